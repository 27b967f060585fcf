using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;
using NewsNlp.Quotations.Shapes;

namespace NewsNlp.Quotations;

/// <summary>The scratch memory of quote attribution, and the order of its parts. One document at a time.</summary>
internal sealed class QuoteWorkspace(QuoteModels models)
{
    // A workspace that an unusually long text has blown up is not worth keeping.
    private const int MostTokensKept = 1 << 20;

    // The units of all cues' windows come to little more than one for each token of news, to three in the densest article. Text
    // made of cues must not make the work of many articles: where the windows so far have more units than this, cues are passed over.
    private const int MostUnitsPerToken = 10, MostUnitsAhead = 2000;

    private readonly CueTagger _cues = new(models.Cues, models.Gate);
    private readonly RoleTagger _roles = new(models.Roles);
    private readonly RoleProbabilities _probabilities = new();
    private readonly ContentTagger _contents = new(models.Contents, models.Reranker);
    private readonly List<Cue> _likely = [];
    private readonly List<Attribution> _candidates = [];
    private readonly Stack<Attribution> _spare = [];
    private readonly List<Attribution> _accepted = [];
    private readonly QuoteShapes _shapes = new();

    public ArticleReader Article { get; } = new(models.Lexicon, models.Clusters);

    public QuotationFinder Quotations { get; } = new();

    /// <summary>The attributions found last, in order of their cues.</summary>
    public List<Attribution> Accepted => _accepted;

    /// <summary>Whether the workspace is small enough to be kept for other documents.</summary>
    public bool IsWorthKeeping => Article.Count <= MostTokensKept;

    /// <summary>How many units the windows of the last document's cues had, which is what most of the work grows with.</summary>
    public long UnitCount { get; private set; }

    /// <summary>Whether there were so many that cues were passed over.</summary>
    public bool PassedOver { get; private set; }

    /// <summary>Finds the attributions of a document.</summary>
    public void Attribute(Document document, CancellationToken cancellationToken)
    {
        Article.Read(document, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Quotations.Find(Article);
        _cues.Find(Article, Quotations, models.Acceptance.CueThreshold, cancellationToken);
        LikelyCues.Select(CollectionsMarshal.AsSpan(_cues.Cues), _likely);
        _roles.Find(Article, Quotations, CollectionsMarshal.AsSpan(_cues.Cues), _probabilities, cancellationToken);
        UnitCount = 0;
        PassedOver = false;
        for (var i = 0; i < _cues.Cues.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CueStanding.Of(_cues.Cues[i], _probabilities) < CueStanding.Hopeless)
            {
                continue;
            }

            if (UnitCount > MostUnitsAhead + ((long)MostUnitsPerToken * _cues.Cues[i].First))
            {
                PassedOver = true;
                continue;
            }

            var candidate = _spare.Count > 0 ? _spare.Pop() : new Attribution();
            _contents.Find(Article, Quotations, _cues.Cues[i], CollectionsMarshal.AsSpan(_likely), _probabilities, candidate);
            UnitCount += _contents.UnitCount;
            _candidates.Add(candidate);
        }

        models.Acceptance.Choose(Article, Quotations, _probabilities, CollectionsMarshal.AsSpan(_candidates), _accepted, cancellationToken);
        _shapes.Complete(Article, Quotations, _accepted);
    }

    /// <summary>Forgets the document.</summary>
    public void Release()
    {
        foreach (var candidate in _candidates)
        {
            _spare.Push(candidate);
        }

        _candidates.Clear();
        _accepted.Clear();
        Article.Release();
    }
}
