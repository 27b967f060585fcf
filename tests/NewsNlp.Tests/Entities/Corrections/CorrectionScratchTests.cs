using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Corrections;

namespace NewsNlp.Tests.Entities.Corrections;

public class CorrectionScratchTests
{
    [Fact]
    public void Memory_of_a_long_document_is_given_back()
    {
        const int Kept = 100;
        var scratch = new CorrectionScratch();
        for (var i = 0; i < 10 * Kept; i++)
        {
            scratch.FamilyNames.Add((ulong)i);
            scratch.Bodies.Add(new FoundMention(i, 1, EntityLabel.Organization, 1));
        }

        scratch.Trim(Kept);

        Assert.InRange(scratch.FamilyNames.Capacity, 0, Kept);
        Assert.Equal(0, scratch.Bodies.Count);
    }

    [Fact]
    public void What_is_small_stays()
    {
        var scratch = new CorrectionScratch { FamilyNames = { 1, 2 } };

        scratch.Trim(100);

        Assert.Equal(2, scratch.FamilyNames.Count);
    }
}
