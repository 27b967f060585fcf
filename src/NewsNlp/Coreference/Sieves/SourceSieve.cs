using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// Finds which mentions the sources of quotes are: the head of the words, "Ivo Petrik" in "Foreign Minister Ivo Petrik, who
/// arrived on Monday"; two for "both Norland and Estmark". Unnamed sources with the same words are one.
/// </summary>
internal sealed partial class SourceSieve(ResolverScratch scratch)
{
    private const int MostSpeakers = 8;
    private const int LongestPhrase = 8;

    private readonly Article _article = scratch.Article;

    /// <summary>Marks the sources' mentions, and lets unnamed ones reach over all of the source's words.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Find()
    {
        if (!_article.Document.Has(Layer.Quotes))
        {
            return;
        }

        foreach (var quote in _article.Document.Quotes)
        {
            _article.Look(quote.Index);
            var first = scratch.Sources.Count;
            foreach (var piece in quote.Source)
            {
                if (FindIn(quote.Index, piece))
                {
                    JoinLabel(piece);
                    break;
                }
            }

            scratch.FirstSources.Add(first < scratch.Sources.Count ? scratch.Sources[first].Mention : -1);
        }

        JoinUnnamed();
    }

    /// <summary>Joins "I" inside a quote with its speaker.</summary>
    public void JoinFirstPerson()
    {
        var mentions = scratch.Mentions;
        var next = 0;
        var quoted = scratch.Postings;
        quoted.Clear();
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            if (mentions[i] is { Kind: MentionKind.Pronoun, Entry.Person: 1, Quote: >= 0 })
            {
                quoted.Add(mentions[i].Quote, i);
            }
        }

        for (; next < scratch.Sources.Count; next++)
        {
            _article.Look(next);
            var (quote, source) = scratch.Sources[next];
            var isAlone = (next == 0 || scratch.Sources[next - 1].Quote != quote) && (next + 1 == scratch.Sources.Count || scratch.Sources[next + 1].Quote != quote);
            for (var item = quoted.First(quote); isAlone && item >= 0; item = quoted.Next(item))
            {
                var pronoun = quoted.Value(item);
                var isPlural = mentions[pronoun].IsPlural;
                ref readonly var info = ref scratch.Clusters.Info(source);

                // "We" is the speaker where a body or a group speaks; a person's "we" may be anybody.
                if (isPlural ? info.IsPlural || info.Class is EntityClass.Organization or EntityClass.Location : !info.IsPlural)
                {
                    scratch.Clusters.Union(source, pronoun);
                }
            }
        }
    }

    private bool FindIn(int quote, TextSpan piece)
    {
        var token = _article.TokenAt(piece.Start);
        var end = token;
        while (end < _article.Count && _article.StartOf(end) < piece.End)
        {
            end++;
        }

        var count = 0;
        var isKnown = false;
        while (token < end && count < MostSpeakers)
        {
            var unit = FindUnit(ref token, end);
            unit = unit < 0 && count == 0 ? FindHeaded(token, end) : unit;
            if (unit < 0)
            {
                break;
            }

            if (count == 0 || !scratch.Clusters.AreSame(scratch.Sources[^1].Mention, unit))
            {
                scratch.Sources.Add((quote, unit));
                isKnown = scratch.Mentions[unit].IsSource;
                scratch.Mentions[unit].IsSource = true;
                scratch.Mentions[unit].SourceOf = quote;
                count++;
            }

            token = Math.Max(scratch.Mentions[unit].End, token);
            if (!IsJoined(ref token, end))
            {
                break;
            }
        }

        if (count == 1 && !isKnown)
        {
            Extend(scratch.Sources[^1].Mention, BehindPhrases(end, _article.Document.Quotes[quote]));
        }

        return count > 0;
    }

    /// <summary>The mention that begins at a token or, behind determiners and titles, at the next ones.</summary>
    private int FindUnit(ref int token, int end)
    {
        while (token < end && (_article.IsWord(token, "both") || _article.IsPunctuation(token)))
        {
            token++;
        }

        if (FindPremodifiedPerson(token, end) is >= 0 and var person)
        {
            return person;
        }

        if (FindDescribedPerson(token, end) is >= 0 and var described)
        {
            return described;
        }

        if (FindClosingName(token, end) is >= 0 and var closing)
        {
            return closing;
        }

        var mentions = scratch.Mentions;
        var nominal = -1;
        for (var i = FirstMentionAt(token); i < mentions.Length && mentions[i].Start < end; i++)
        {
            ref readonly var mention = ref mentions[i];
            if (mention.IsDropped)
            {
                continue;
            }

            if (mention.Kind == MentionKind.Name && mention.Class == EntityClass.Person && mention.TitleStart <= AfterDeterminer(token) && mention.CoreEnd <= end && !IsPossessor(mention))
            {
                return i;
            }

            if (nominal < 0 && mention.Start == token && mention.Head < end)
            {
                nominal = i;
                if (mention.Kind == MentionKind.Name && !IsPossessor(mention))
                {
                    return i;
                }
            }
            else if (nominal >= 0 && mention.Kind == MentionKind.Nominal && mention.Start == token && mention.Head > mentions[nominal].Head && mention.Head < end)
            {
                // "the union's leader" begins with the name of the union, and is the leader.
                nominal = i;
            }
            else if (nominal < 0 && mention.Start > AfterDeterminer(token))
            {
                break;
            }
            else if (nominal < 0 && mention.Head < end && mention.Start <= AfterDeterminer(token))
            {
                nominal = i;
            }
        }

        return nominal;
    }

    /// <summary>The first mention whose head lies in the source: the phrase may begin before it.</summary>
    private int FindHeaded(int token, int end)
    {
        var mentions = scratch.Mentions;
        for (var i = Math.Max(0, FirstMentionAt(token) - 4); i < mentions.Length && mentions[i].Start < end; i++)
        {
            if (mentions[i].Head >= token && mentions[i].Head < end && !mentions[i].IsDropped)
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsPossessor(in MentionDraft mention) => (mention.End < _article.Count && _article.IsPossessiveMark(mention.End)) || _article.IsPossessiveMark(mention.End - 1)
        || mention.Entry is { Use: PronounUse.Possessive } || (mention.End < _article.Count && NounPhrases.IsNoun(_article, mention.End) && _article.Names[mention.End] < 0 && !IsBehindName(mention.End));

    private int AfterDeterminer(int token) =>
        token + 1 < _article.Count && (_article.Tag(token) == Upos.DET || _article.IsWord(token, "the") || _article.IsWord(token, "a")) ? token + 1 : token;

    /// <summary>The first mention that starts at or behind a token.</summary>
    private int FirstMentionAt(int token)
    {
        var mentions = scratch.Mentions;
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Start < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Whether another speaker follows: behind "and", or behind a comma in a list that an "and" ends.</summary>
    private bool IsJoined(ref int token, int end)
    {
        var next = token;
        if (next < end && _article.Form(next) is ",")
        {
            next++;
            var hasAnd = false;
            for (var t = next; t < end && !(_article.Form(t) is "who" or "which" or "whose"); t++)
            {
                hasAnd |= _article.Tag(t) == Upos.CCONJ || _article.IsWord(t, "and");
            }

            if (!hasAnd || (next < end && _article.Tag(next) == Upos.DET))
            {
                return false;
            }
        }

        if (next < end && (_article.IsWord(next, "and") || _article.Form(next) is "&"))
        {
            next++;
        }
        else if (next == token)
        {
            return false;
        }

        token = next;
        return next < end;
    }

    /// <summary>An unnamed source takes all of its words: "a source close to the talks".</summary>
    private void Extend(int index, int end)
    {
        ref var mention = ref scratch.Mentions[index];
        if (mention.Kind != MentionKind.Nominal || scratch.Clusters.Info(index).Name >= 0)
        {
            return;
        }

        var last = mention.CoreEnd;
        while (last < end && !(_article.Form(last) is "," or ";" or "—" or "–" or "(" or "who" or "which") && !(_article.Form(last) is "that" && _article.Tag(last) != Upos.DET))
        {
            last++;
        }

        mention.End = Math.Max(mention.CoreEnd, last);
    }

    /// <summary>The end of a source with what hangs on it before the cue, "from Friday" of "Posts on the page from Friday claimed".</summary>
    private int BehindPhrases(int end, Quote quote)
    {
        if (end >= _article.Count || !(_article.Form(end) is "of" or "from" or "for") || quote.Cue is not { } cue)
        {
            return end;
        }

        var t = end;
        while (t < _article.Count && _article.StartOf(t) < cue.Start && t - end < LongestPhrase && _article.Tag(t) is Upos.ADP or Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM)
        {
            t++;
        }

        return t < _article.Count && _article.StartOf(t) == cue.Start ? t : end;
    }

    /// <summary>"Some analysts believe ... Still, some think": of the same people, in the same paragraph.</summary>
    private bool IsRest(in MentionDraft mention, int last) =>
        last >= 0 && mention.End - mention.Start == 1 && scratch.Mentions[last] is var other && other.End - other.Start > 1 && other.IsPlural
        && _article.Paragraphs[other.Sentence] == _article.Paragraphs[mention.Sentence] && _article.Form(other.Start).Equals(_article.Form(mention.Start), StringComparison.OrdinalIgnoreCase);

    /// <summary>Unnamed sources with the same words are one, whatever their article.</summary>
    private void JoinUnnamed()
    {
        scratch.Postings.Clear();
        Span<char> key = stackalloc char[64];
        var last = -1;
        var steps = 0;
        foreach (var (_, index) in scratch.Sources)
        {
            _article.Look(steps++);
            ref readonly var mention = ref scratch.Mentions[index];
            if (mention.Kind != MentionKind.Nominal || scratch.Clusters.Info(index).Name >= 0)
            {
                continue;
            }

            if (IsRest(mention, last))
            {
                scratch.Clusters.Union(last, index);
                continue;
            }

            last = index;

            var start = mention.Core > mention.Start && _article.Tag(mention.Start) == Upos.DET ? mention.Core : mention.Start;
            var words = _article.Text.AsSpan(_article.StartOf(start), _article.EndOf(mention.End - 1) - _article.StartOf(start));
            if (words.Length >= key.Length)
            {
                continue;
            }

            words.CopyTo(key[1..]);
            key[0] = '\u0005';
            var id = scratch.Words.Add(key[..(words.Length + 1)]);
            if (scratch.Postings.First(id) is >= 0 and var item)
            {
                scratch.Clusters.Union(scratch.Postings.Value(item), index);
            }
            else
            {
                scratch.Postings.Add(id, index);
            }
        }
    }
}
