using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Roles;

// Titles and roles that stand before a person's name: "Norlandic Foreign Minister Ivo Petrik".
internal sealed partial class RoleReader
{
    /// <summary><c>Norland's former foreign minister</c> before a name: nouns, adjectives, names and possessors from the name leftwards.</summary>
    private void ReadTitle(int index)
    {
        ref var mention = ref scratch.Mentions[index];
        var t = mention.Core - 1;
        if (t < 0 || !IsIn(mention.Sentence, t))
        {
            return;
        }

        // "Head judge Dr. Ann Lee"
        while (t > 0 && _article.Is(t, WordFlags.Title) && !_article.Is(t, WordFlags.RoleTitle) && IsIn(mention.Sentence, t - 1) && IsRoleHead(t - 1))
        {
            t--;
        }

        if (!IsRoleHead(t) && (t = HeadBeforeOf(mention.Sentence, t)) < 0)
        {
            return;
        }

        var start = t;
        while (start - 1 >= 0 && t - start < LongestTitle && IsIn(mention.Sentence, start - 1) && IsTitlePart(start - 1, start))
        {
            start--;
        }

        while (start < t && (_article.IsPossessiveMark(start) || _article.Tag(start) is Upos.CCONJ || _article.Form(start) is "-"))
        {
            start++;
        }

        // "Chief of Staff Gen. Lee", "Secretary of State Lee"
        if (start - 2 >= 0 && _article.Form(start) is "Staff" or "State" && IsIn(mention.Sentence, start - 2) && _article.IsWord(start - 1, "of") && _article.Is(start - 2, WordFlags.Role | WordFlags.RoleTitle))
        {
            start -= 2;
        }

        mention.TitleStart = Math.Min(mention.TitleStart, start);

        // "Mr" and "Dr" are forms of address, "his wife" ties her to him: neither says what somebody does.
        if (_article.Is(t, WordFlags.Role | WordFlags.RoleTitle) || !_article.Is(t, WordFlags.Title | WordFlags.Family))
        {
            Add(index, start, Math.Max(t + 1, WithoutTitle(mention.Core)), t, RolePlace.Title);
            DropPhrases(index, start);
        }
    }

    /// <summary>The end of a role before "Mr" and the like.</summary>
    private int WithoutTitle(int end)
    {
        while (_article.Is(end - 1, WordFlags.Title) && !_article.Is(end - 1, WordFlags.RoleTitle | WordFlags.Role))
        {
            end--;
        }

        return end;
    }

    /// <summary>A noun phrase inside a title, "Minister of Education" before a name, is no mention of its own.</summary>
    private void DropPhrases(int index, int start)
    {
        var mentions = scratch.Mentions;
        for (var i = index - 1; i >= 0 && i >= index - 6 && mentions[i].End > start; i--)
        {
            if (mentions[i].Kind == MentionKind.Nominal && mentions[i].Head >= start && mentions[i].Head < mentions[index].Core)
            {
                mentions[i].IsDropped = true;
            }
        }
    }

    /// <summary>The role in <c>Minister of Education</c> or <c>director of public health</c>, straight before a name; -1 where there is none.</summary>
    private int HeadBeforeOf(int sentence, int token)
    {
        while (token > 0 && _article.Is(token, WordFlags.Title) && !_article.Is(token, WordFlags.RoleTitle))
        {
            token--;
        }

        var last = token;
        while (token > 0 && last - token < 5 && IsIn(sentence, token) && (_article.Tag(token) is Upos.NOUN or Upos.PROPN or Upos.ADJ || _article.IsWord(token, "the")))
        {
            token--;
        }

        return token > 0 && token < last && IsIn(sentence, token - 1) && _article.Form(token) is "of" or "for" or "from" && _article.Is(token - 1, WordFlags.Role | WordFlags.RoleTitle)
            ? token - 1
            : HeadBeforeBody(sentence, last);
    }

    /// <summary>
    /// The role in <c>a director at Harwick Arts Council</c>, <c>head of the youth wing of the Council on River Life</c>, straight before a
    /// name: nobody bears a body's name, so that the words before it are the person's. -1 where there is no such role.
    /// </summary>
    private int HeadBeforeBody(int sentence, int last)
    {
        var body = _article.Names[last];
        if (body >= 0 ? _article.Document.EntityMentionLayer.Labels[body] != EntityLabel.Organization : _article.Tag(last) != Upos.PROPN || !_article.IsCapitalized(last))
        {
            return -1;
        }

        for (var t = last; t > 0 && last - t < LongestBody && IsIn(sentence, t); t--)
        {
            if (body >= 0 && _article.Names[t] == body)
            {
                continue;
            }

            if (_article.Tag(t) == Upos.ADP)
            {
                if (_article.Form(t) is "of" or "for" or "at" && _article.Names[t - 1] < 0 && IsIn(sentence, t - 1) && _article.Is(t - 1, WordFlags.Role | WordFlags.RoleTitle))
                {
                    return t - 1;
                }
            }
            else if (_article.Tag(t) is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) && !_article.IsWord(t, "the") && _article.Form(t) is not "-")
            {
                return -1;
            }
        }

        return -1;
    }

    private bool IsIn(int sentence, int token) => token < _article.Count && _article.Sentences[token] == sentence;

    /// <summary>Whether a title may end here: a known role, or a noun whose form is that of people's nouns.</summary>
    private bool IsRoleHead(int token)
    {
        if (_article.Is(token, WordFlags.Role | WordFlags.RoleTitle))
        {
            return _article.Tag(token) is not (Upos.VERB or Upos.AUX);
        }

        return _article.Tag(token) is Upos.NOUN or Upos.PROPN && _article.Names[token] < 0 && !_article.Is(token, WordFlags.Organization | WordFlags.Place | WordFlags.Person)
            && LooksLikePerson(_article.Form(token));
    }

    internal static bool LooksLikePerson(ReadOnlySpan<char> noun) =>
        noun.Length > 4 && (noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal) || noun.EndsWith("ist", StringComparison.Ordinal)
            || noun.EndsWith("ian", StringComparison.Ordinal) || noun.EndsWith("man", StringComparison.Ordinal) || noun.EndsWith("woman", StringComparison.Ordinal) || noun.EndsWith("eer", StringComparison.Ordinal));

    private bool IsTitlePart(int token, int next)
    {
        if (_article.Names[token] >= 0)
        {
            // Another person is no part of a title, nor is a date.
            var label = _article.Document.EntityMentionLayer.Labels[_article.Names[token]];
            return label != EntityLabel.Person && label != EntityLabel.Date && label != EntityLabel.RelativeDate;
        }

        if (_article.IsPossessiveMark(token))
        {
            return token > 0 && (_article.Names[token - 1] >= 0 || NounPhrases.IsNoun(_article, token - 1));
        }

        if (_article.Form(token) is "-")
        {
            return token > 0 && _article.EndOf(token - 1) == _article.StartOf(token) && _article.EndOf(token) == _article.StartOf(next);
        }

        if (_article.IsWord(token, "and"))
        {
            // "chairman and chief executive", "interior and overseas minister"
            return token > 0 && _article.Is(token - 1, WordFlags.Role | WordFlags.RoleModifier) && _article.Is(next, WordFlags.Role | WordFlags.RoleModifier);
        }

        if (_article.IsPunctuation(token) || _article.Entries[token] is { Person: > 0 } || _article.Is(token, WordFlags.Title) && !_article.Is(token, WordFlags.RoleTitle))
        {
            return false;
        }

        return _article.HasTags ? _article.Tag(token) is Upos.NOUN or Upos.PROPN or Upos.ADJ : _article.IsCapitalized(token) || _article.Is(token, WordFlags.RoleModifier | WordFlags.AnyNoun);
    }
}
