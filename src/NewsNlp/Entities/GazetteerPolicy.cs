namespace NewsNlp.Entities;

/// <summary>
/// What becomes of a gazetteer's match where the entity recognizer (its model and its rules) found something else.
/// </summary>
/// <remarks>
/// Where matches of several gazetteers overlap, <see cref="Override"/> goes before <see cref="Prefer"/>, and that before
/// <see cref="Fill"/>; within one policy the match that starts first stands, then the longer one, then the one whose gazetteer
/// was added first. A match has the score 1.
/// </remarks>
public enum GazetteerPolicy
{
    /// <summary>The match always stands; every mention of the recognizer that overlaps it is dropped.</summary>
    Override,

    /// <summary>
    /// The match stands, and replaces every mention that lies inside it or equals it, label included; but where a mention
    /// of the recognizer reaches beyond the match ("Bank of Orrin" against the match "Orrin"), the mention stays and the
    /// match is dropped.
    /// </summary>
    Prefer,

    /// <summary>The match stands only where the recognizer found nothing that overlaps it.</summary>
    Fill,
}
