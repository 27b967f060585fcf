using NewsNlp.Documents;
using NewsNlp.Training.Entities;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tests.Entities;

public class EntityReportTests
{
    [Fact]
    public void Errors_are_counted_by_kind()
    {
        var errors = new EntityErrors();
        errors.Add(
            [Mention(0, 5, EntityLabel.Person), Mention(10, 15, EntityLabel.Person), Mention(20, 24, EntityLabel.Location), Mention(90, 95, EntityLabel.Misc)],
            [Mention(0, 5, EntityLabel.Person), Mention(10, 15, EntityLabel.Organization), Mention(20, 30, EntityLabel.Location), Mention(50, 55, EntityLabel.Date)]);
        Assert.Equal((1, 1, 1, 1), (errors.WrongLabel, errors.WrongBoundary, errors.Spurious, errors.Missed));
    }

    [Fact]
    public void Scores_that_are_right_as_often_as_they_say_have_no_calibration_error()
    {
        var calibration = new CalibrationScore();
        for (int i = 0; i < 100; i++) calibration.Add(0.75, i % 4 != 0);
        Assert.Equal(0, calibration.Error, 1e-9);
    }

    [Fact]
    public void Scores_that_promise_too_much_have_the_difference_as_their_error()
    {
        var calibration = new CalibrationScore();
        for (int i = 0; i < 100; i++) calibration.Add(1, i % 4 != 0);
        Assert.Equal(0.25, calibration.Error, 1e-9);
    }

    private static GoldMention Mention(int start, int end, EntityLabel label) => new(TextSpan.FromBounds(start, end), label);
}
