using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsNlp.Documents;

namespace NewsNlp.Examples.GenericHost;

public class NewsDeskTests
{
    [Fact]
    public async Task Two_pipelines_read_as_their_sections_say()
    {
        using var host = NewsDesk.Create([
            new("NewsNlp:wire:MaxTextLength", "1000"),
            new("NewsNlp:sport:Without:0", "Coreference"),
            new("NewsNlp:sport:Without:1", "Quotes"),
        ]);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var desk = host.Services.GetRequiredService<Desk>();

        var sport = desk.Read("Halmstad Rovers won on Saturday.", isSport: true);
        var wire = desk.Read("“We won,” coach Greta Lindqvist said.", isSport: false);

        Assert.Equal("Team", sport.EntityMentions[0].Label.Name);
        Assert.False(sport.Has(Layer.Quotes));
        Assert.Single(wire.Quotes);
        Assert.Throws<ArgumentException>(() => desk.Read(new string('a', 1001), isSport: false));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_stops_the_host_at_its_start()
    {
        using var host = NewsDesk.Create([new("NewsNlp:wire:MaxTextLength", "0")]);

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }
}
