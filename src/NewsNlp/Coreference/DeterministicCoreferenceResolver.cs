using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Names;
using NewsNlp.Coreference.Reading;
using NewsNlp.Coreference.Roles;
using NewsNlp.Coreference.Sieves;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Models;
using NewsNlp.Threading;

namespace NewsNlp.Coreference;

/// <summary>
/// Says who is who, by rules: names and their short forms, noun phrases ("the minister", "the company"), pronouns, "I" inside a
/// quote; what each is called and does; and who speaks each quote.
/// </summary>
/// <remarks>
/// <para>
/// It passes over the text several times, from what is certain to what is likely, after Lee, Chang, Peirsman, Chambers, Surdeanu
/// and Jurafsky, "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules", Computational Linguistics
/// 39(4), 2013; what a later pass decides stands on all that earlier ones found out of an entity. Pronouns go to the most salient
/// entity that agrees (Lappin and Leass 1994), or, with a model, to the candidate that boosted trees hold likeliest, which see how
/// salient each is beside how it stands and what is known of it.
/// </para>
/// <para>
/// Dates, amounts and other values are no entities. A source that names nobody ("experts") is an entity with its words as the name,
/// one and the same through the article; a source that nothing resolves has no speaker. People of the byline speak only where
/// nobody else of that name does.
/// </para>
/// <para>
/// It uses parts of speech, entity mentions and quotes where the document has them. Time is linear in the length of the text.
/// </para>
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public sealed class DeterministicCoreferenceResolver : ICoreferenceResolver
{
    private readonly IAntecedentJudge? _judge;
    private readonly WorkspacePool<ResolverScratch> _pool = new(static () => new ResolverScratch());

    /// <summary>Makes a resolver that works by rules alone.</summary>
    public DeterministicCoreferenceResolver()
    {
    }

    /// <summary>Makes a resolver that picks the antecedents of pronouns by a model, where it has one for that.</summary>
    /// <param name="model">The model to work from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ModelFormatException">The model's section is damaged, or not one that this library reads.</exception>
    public DeterministicCoreferenceResolver(NlpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Has(ModelSection.Antecedents))
        {
            var reader = model.Open(ModelSection.Antecedents);
            _judge = AntecedentModel.Read(reader);
            reader.End();
        }
    }

    internal DeterministicCoreferenceResolver(IAntecedentJudge judge) => _judge = judge;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="sink"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no tokens or no sentences.</exception>
    public void Resolve(Document document, CoreferenceSink sink)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sink);
        var scratch = _pool.Rent();
        scratch.Article.Read(document, sink.CancellationToken);
        Resolve(scratch, sink, _judge);
        if (scratch.IsWorthKeeping)
        {
            scratch.Clear();
            _pool.Return(scratch);
        }
    }

    private static void Resolve(ResolverScratch scratch, CoreferenceSink sink, IAntecedentJudge? judge)
    {
        var cancellation = sink.CancellationToken;
        scratch.SetToken(cancellation);
        MentionFinder.Find(scratch.Article, scratch.MentionList);
        cancellation.ThrowIfCancellationRequested();
        NameReader.Read(scratch);
        scratch.Clusters.Reset(scratch.Article, scratch.Mentions);
        cancellation.ThrowIfCancellationRequested();
        new PersonNames(scratch).Link();
        cancellation.ThrowIfCancellationRequested();
        new OtherNames(scratch).Link();
        cancellation.ThrowIfCancellationRequested();
        new RoleReader(scratch).Read();
        cancellation.ThrowIfCancellationRequested();
        var sources = new SourceSieve(scratch);
        sources.Find();
        cancellation.ThrowIfCancellationRequested();
        new NominalSieve(scratch).Resolve();
        cancellation.ThrowIfCancellationRequested();
        new LeadSieve(scratch).Resolve();
        cancellation.ThrowIfCancellationRequested();
        new PronounSieve(scratch, judge).Resolve();
        cancellation.ThrowIfCancellationRequested();
        sources.JoinFirstPerson();
        new FirstPersonSieve(scratch).Resolve();
        new SeatSieve(scratch).Find();
        cancellation.ThrowIfCancellationRequested();
        EntityWriter.Write(scratch, sink);
    }
}
