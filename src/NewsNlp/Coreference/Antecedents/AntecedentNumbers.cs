using System.Runtime.Intrinsics;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Antecedents;

/// <summary>
/// A pronoun and what it may stand for as numbers, which trees decide by: how far apart they are and what lies between, how each
/// stands in its sentence, what is known of the entity so far, and how the candidate compares with the others. Training and
/// inference share this class.
/// </summary>
internal readonly ref struct AntecedentNumbers(ResolverScratch scratch, PronounContext context, ReadOnlySpan<int> candidates, ReadOnlySpan<int> salience)
{
    /// <summary>How many numbers a candidate has.</summary>
    public const int Count = 50;

    /// <summary>The most candidates of a pronoun.</summary>
    public const int MostCandidates = 60;

    /// <summary>The number that says how much less salient the candidate is than the most salient one.</summary>
    public const int Salience = 45;

    // The first numbers tell of the pronoun alone.
    private const int PronounNumbers = 9;
    private const int Farthest = 200;
    private const int MostMentions = 20;
    private const int Window = 60;

    private readonly ResolverScratch _scratch = scratch;
    private readonly Article _article = scratch.Article;
    private readonly ReadOnlySpan<int> _candidates = candidates;
    private readonly ReadOnlySpan<int> _salience = salience;
    private readonly PronounContext _context = context;

    /// <summary>The place of the most salient candidate, of equals the first.</summary>
    /// <param name="numbers">The numbers of all candidates.</param>
    public static int MostSalient(ReadOnlySpan<float> numbers)
    {
        var best = 0;
        for (var i = 1; i * Count < numbers.Length; i++)
        {
            best = numbers[(i * Count) + Salience] > numbers[(best * Count) + Salience] ? i : best;
        }

        return best;
    }

    /// <summary>Sets the numbers of all candidates, one after the other.</summary>
    public void Extract(Span<float> numbers)
    {
        var best = int.MinValue;
        var most = 1;
        foreach (var salience in _salience)
        {
            best = Math.Max(best, salience);
        }

        foreach (var candidate in _candidates)
        {
            most = Math.Max(most, _scratch.Clusters.Info(candidate).Count);
        }

        // Whatever the text is made of, a candidate costs no more than a comparison with each other one.
        Span<byte> between = stackalloc byte[3 * (Window + 1)];
        CountBefore(between);
        Span<int> entities = stackalloc int[MostCandidates];
        for (var i = 0; i < _candidates.Length; i++)
        {
            entities[i] = _scratch.Clusters.Find(_candidates[i]);
        }

        for (var i = 0; i < _candidates.Length; i++)
        {
            var own = numbers.Slice(i * Count, Count);
            if (i == 0)
            {
                AddPronoun(own);
            }
            else
            {
                numbers[..PronounNumbers].CopyTo(own);
            }

            AddCandidate(_candidates[i], own);
            AddEntity(_candidates[i], most, own);
            AddBetween(i, between, own);
            AddRanks(i, best, entities[.._candidates.Length], own);
        }
    }

    /// <summary>For the last so many tokens before the pronoun how many are verbs, punctuation and conjunctions.</summary>
    private void CountBefore(Span<byte> counts)
    {
        var pronoun = _scratch.Mentions[_context.Pronoun].Start;
        counts[..3].Clear();
        for (var back = 1; back <= Window; back++)
        {
            var tag = pronoun - back >= 0 ? _article.Tag(pronoun - back) : Upos.X;
            counts[3 * back] = (byte)(counts[(3 * back) - 3] + (tag == Upos.VERB ? 1 : 0));
            counts[(3 * back) + 1] = (byte)(counts[(3 * back) - 2] + (tag == Upos.PUNCT ? 1 : 0));
            counts[(3 * back) + 2] = (byte)(counts[(3 * back) - 1] + (tag is Upos.SCONJ or Upos.CCONJ ? 1 : 0));
        }
    }

    private void AddPronoun(Span<float> numbers)
    {
        ref readonly var pronoun = ref _scratch.Mentions[_context.Pronoun];
        numbers[0] = pronoun.Entry!.Is(WordFlags.Plural) ? 9 : (float)pronoun.Gender;
        numbers[1] = (float)pronoun.Entry.Use;
        numbers[2] = pronoun.IsSubject ? 1 : 0;
        numbers[3] = pronoun.Quote >= 0 ? 1 : 0;
        numbers[4] = _context.Teller >= 0 ? 1 : 0;
        numbers[5] = Math.Min(pronoun.Start - _article.SentenceStarts[pronoun.Sentence], 40);
        numbers[6] = TagAt(pronoun.Start - 1, pronoun.Sentence);
        numbers[7] = TagAt(pronoun.End, pronoun.Sentence);
        numbers[8] = _candidates.Length;
    }

    private void AddCandidate(int index, Span<float> numbers)
    {
        ref readonly var pronoun = ref _scratch.Mentions[_context.Pronoun];
        ref readonly var candidate = ref _scratch.Mentions[index];
        numbers[9] = (float)candidate.Kind;
        numbers[10] = (float)candidate.Class;
        numbers[11] = candidate.IsSubject ? 1 : 0;
        numbers[12] = Math.Min(candidate.TitleStart - _article.SentenceStarts[candidate.Sentence], 40);
        numbers[13] = candidate.Quote < 0 ? 0 : candidate.Quote == pronoun.Quote ? 1 : 2;
        numbers[14] = candidate.IsSource ? 1 : 0;
        numbers[15] = candidate.IsDefinite ? 1 : 0;
        numbers[16] = Math.Min(candidate.End - candidate.Start, 20);
        numbers[17] = TagAt(candidate.TitleStart - 1, candidate.Sentence);
        numbers[18] = TagAt(candidate.End, candidate.Sentence);
        numbers[19] = IsPossessor(candidate) ? 1 : 0;
        numbers[20] = IsInsideAnother(index) ? 1 : 0;
        numbers[21] = WordOf(candidate.Entry);
        numbers[22] = (float)_article.SentenceBlocks[candidate.Sentence];
        numbers[23] = candidate.Sentence;
        numbers[24] = candidate.IsSubject == pronoun.IsSubject ? 1 : 0;
        numbers[25] = candidate.Entry is { Person: > 0 } entry ? (float)entry.Use : -1;
    }

    private void AddEntity(int index, int most, Span<float> numbers)
    {
        ref readonly var entity = ref _scratch.Clusters.Info(index);
        numbers[26] = (float)entity.Class;
        numbers[27] = (float)entity.Gender;
        numbers[28] = entity.IsPlural ? 1 : 0;
        numbers[29] = Math.Min(entity.Count, MostMentions);
        numbers[30] = (float)entity.Count / most;
        numbers[31] = entity.Name >= 0 ? 1 : 0;
        numbers[32] = IsSame(_context.Teller, index);
        numbers[33] = IsSame(_context.LastSpeaker, index);
        numbers[34] = IsSame(_context.LastAlike, index);
        numbers[35] = _context.LastAlike < 0 ? 20 : _scratch.Mentions[_context.Pronoun].Sentence - _scratch.Mentions[_context.LastAlike].Sentence;
        numbers[36] = IsSame(_context.Subject, index);
        numbers[37] = entity.Title is null ? 0 : 1;
    }

    private void AddBetween(int place, ReadOnlySpan<byte> between, Span<float> numbers)
    {
        ref readonly var pronoun = ref _scratch.Mentions[_context.Pronoun];
        ref readonly var candidate = ref _scratch.Mentions[_candidates[place]];
        numbers[38] = pronoun.Sentence - candidate.Sentence;
        numbers[39] = Math.Min(pronoun.Start - candidate.End, Farthest);
        numbers[40] = _context.Pronoun - _candidates[place];
        numbers[41] = _article.Paragraphs[pronoun.Sentence] - _article.Paragraphs[candidate.Sentence];
        var back = Math.Clamp(pronoun.Start - candidate.End, 0, Window);
        numbers[42] = between[3 * back];
        numbers[43] = between[(3 * back) + 1];
        numbers[44] = between[(3 * back) + 2];
    }

    private void AddRanks(int place, int best, ReadOnlySpan<int> entities, Span<float> numbers)
    {
        numbers[Salience] = _salience[place] - best;
        var before = entities[..place].Count(entities[place]);
        numbers[46] = CountAbove(_salience, _salience[place]);
        numbers[47] = place - before;
        numbers[48] = entities.Count(entities[place]) - 1;
        numbers[49] = before == 0 ? 1 : 0;
    }

    /// <summary>How many of the values are above a bound.</summary>
    private static int CountAbove(ReadOnlySpan<int> values, int bound)
    {
        var count = 0;
        var counts = Vector256<int>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            counts -= Vector256.GreaterThan(Vector256.Create(values[i..]), Vector256.Create(bound));
        }

        for (; i < values.Length; i++)
        {
            count += values[i] > bound ? 1 : 0;
        }

        return count + Vector256.Sum(counts);
    }

    private float IsSame(int mention, int index) => mention < 0 ? -1 : _scratch.Clusters.AreSame(mention, index) ? 1 : 0;

    private float TagAt(int token, int sentence) =>
        token >= 0 && token < _article.Count && _article.Sentences[token] == sentence ? (float)_article.Tag(token) : -1;

    private bool IsPossessor(in MentionDraft mention) =>
        (mention.CoreEnd < _article.Count && _article.IsPossessiveMark(mention.CoreEnd)) || _article.IsPossessiveMark(mention.End - 1);

    // Mentions come in order of their starts, the longer first: what holds this one stands right before it, or a few before.
    private bool IsInsideAnother(int index)
    {
        var own = _scratch.Mentions[index];
        for (var i = index - 1; i >= 0 && i >= index - 3; i--)
        {
            if (_scratch.Mentions[i].End >= own.End)
            {
                return true;
            }
        }

        return false;
    }

    private static float WordOf(WordEntry? entry) =>
        entry is null ? 0
        : entry.Is(WordFlags.Family) ? 1
        : entry.Is(WordFlags.Role) ? 2
        : entry.Is(WordFlags.Person) ? 3
        : entry.Is(WordFlags.Company) ? 4
        : entry.Is(WordFlags.Organization) ? 5
        : entry.Is(WordFlags.Place) ? 6
        : entry.Is(WordFlags.NoEntity) ? 7
        : 8;
}
