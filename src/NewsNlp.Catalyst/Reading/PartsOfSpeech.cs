using NewsNlp.Documents;
using PartOfSpeech = Catalyst.PartOfSpeech;

namespace NewsNlp.Catalyst.Reading;

/// <summary>Catalyst's tags, which are the universal ones and one for "not tagged".</summary>
internal static class PartsOfSpeech
{
    /// <summary>The tag; null where Catalyst gave none.</summary>
    public static Upos? ToUpos(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.NONE => null,
        PartOfSpeech.ADJ => Upos.ADJ,
        PartOfSpeech.ADP => Upos.ADP,
        PartOfSpeech.ADV => Upos.ADV,
        PartOfSpeech.AUX => Upos.AUX,
        PartOfSpeech.CCONJ => Upos.CCONJ,
        PartOfSpeech.DET => Upos.DET,
        PartOfSpeech.INTJ => Upos.INTJ,
        PartOfSpeech.NOUN => Upos.NOUN,
        PartOfSpeech.NUM => Upos.NUM,
        PartOfSpeech.PART => Upos.PART,
        PartOfSpeech.PRON => Upos.PRON,
        PartOfSpeech.PROPN => Upos.PROPN,
        PartOfSpeech.PUNCT => Upos.PUNCT,
        PartOfSpeech.SCONJ => Upos.SCONJ,
        PartOfSpeech.SYM => Upos.SYM,
        PartOfSpeech.VERB => Upos.VERB,
        _ => Upos.X,
    };
}
