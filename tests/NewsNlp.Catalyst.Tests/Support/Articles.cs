namespace NewsNlp.Catalyst.Tests.Support;

/// <summary>Invented articles.</summary>
internal static class Articles
{
    /// <summary>A wire report with a headline, a tab, quotes in two styles and a contraction.</summary>
    public const string Harbour =
        "Port Elwin votes to close harbour\n\n"
        + "PORT ELWIN — The council of Port Elwin voted on Monday to close the harbour, Mayor Ines Okoro said.\n\n"
        + "“We have waited long enough,” Okoro told reporters in Saltmere.\n\n"
        + "\"I don't know that Kestrel Shipping will leave,\" said Tomas Reyl of the Brightwater Harbour Trust.\n\n"
        + "Berths\t412\n";

    /// <summary>A report whose quotes are all on one line, as Catalyst keeps a text.</summary>
    public const string OneLine =
        "The harbour at Port Elwin will close on Friday. \"We have waited long enough,\" Mayor Ines Okoro told reporters. "
        + "The boats of Kestrel Shipping are ready to leave.";
}
