using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

// A shallow look at noun phrases in place of a parse: counted outwards from the cue, and told apart by whether a
// preposition stands before them. The first one without is most often the subject.
internal sealed partial class UnitFeatures
{
    private void ReadPhrases()
    {
        _phrases[_cueUnit] = _verbsBetween[_cueUnit] = _commasBetween[_cueUnit] = 0;
        ReadPhrases(-1);
        ReadPhrases(1);
    }

    private void ReadPhrases(int step)
    {
        int free = 0, verbs = 0, commas = 0;
        var inside = false;
        byte current = 0;
        for (var m = _cueUnit + step; m >= 0 && m < _n; m += step)
        {
            var word = ClassOfWord(m);
            if (!IsNominal(word))
            {
                inside = false;
                current = 0;
            }
            else if (!inside)
            {
                inside = true;
                var bound = FollowsPreposition(m);
                current = (byte)(1 + (2 * free) + (bound ? 1 : 0));
                free += bound ? 0 : 1;
                free = Math.Min(free, 4);
            }

            _phrases[m] = current;
            _verbsBetween[m] = (byte)verbs;
            _commasBetween[m] = (byte)commas;
            verbs = Math.Min(3, verbs + (TokenClasses.IsVerb(word) ? 1 : 0));
            commas = Math.Min(4, commas + (word is TokenClass.Comma or TokenClass.Dash or TokenClass.Bracket ? 1 : 0));
        }
    }

    private TokenClass ClassOfWord(int m) => _window.IsQuotation[m] ? TokenClass.Other : _article.Classes[_window.First[m]];

    private static bool IsNominal(TokenClass word) => word is TokenClass.Determiner or TokenClass.Adjective or TokenClass.NounSingular
        or TokenClass.NounPlural or TokenClass.Number or TokenClass.ProperNoun or TokenClass.ParticlePossessive
        or (>= TokenClass.PronounPersonal and <= TokenClass.Pronoun and not TokenClass.PronounRelative);

    private bool FollowsPreposition(int m)
    {
        while (m > 0 && IsNominal(ClassOfWord(m)))
        {
            m--;
        }

        return ClassOfWord(m) == TokenClass.Adposition;
    }
}
