using System.CommandLine;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Tool.Evaluation;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Commands;

/// <summary><c>newsnlp evaluate</c>: how right annotations are.</summary>
internal static class EvaluateCommand
{
    public static Command Create(ToolHost host)
    {
        var gold = new Argument<string>("GOLD") { Description = "What is right: .conllu, .conll (coreference, with --texts), .tsv (BIO), .jsonl or .json." };
        var system = new Argument<string?>("SYSTEM")
        {
            Description = "What a system found, as annotate --format jsonl writes it; left out, the tool annotates the texts of GOLD.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var texts = new Option<string?>("--texts") { Description = "The treebank that GOLD's documents are from, for formats that have no text.", HelpName = "FILE" };
        var prefix = new Option<string[]>("--prefix") { Description = "Only documents whose id begins so; may be given more than once.", HelpName = "PREFIX" };
        var articleOnly = new Option<bool>("--article-only") { Description = "Leave out documents whose text was put together from tokens." };
        var labels = new Option<string[]>("--label") { Description = "Only entity mentions with this label; may be given more than once.", HelpName = "LABEL" };
        var fourClasses = new Option<bool>("--four-classes") { Description = "Compare entity mentions as PER, ORG, LOC and MISC." };
        var tag = new Option<string?>("--quote-tag") { Description = "Only gold quotes that carry this tag, such as speech.", HelpName = "TAG" };
        var singletons = new Option<bool>("--singletons") { Description = "Count entities with a single mention, too." };
        var samples = Numbers.Whole("--bootstrap", "How many samples the 95 % intervals rest on; 0 for no intervals.", 1000, 0, 100_000);
        var seed = Numbers.Whole("--seed", "Where the drawing of samples starts.", 1, 0, int.MaxValue);
        var errors = Numbers.Whole("--errors", "How many of the most frequent errors to list.", 0, 0, 10_000);
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var model = new Option<string?>("--model") { Description = "A model file to use instead of the built-in one.", HelpName = "FILE" };
        var command = new Command("evaluate", "Score annotations against what is right: tokens, sentences, tags, lemmas, entities, quotes, coreference, speakers.")
        {
            gold, system, texts, prefix, articleOnly, labels, fourClasses, tag, singletons, samples, seed, errors, json, model,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var settings = new EvaluationSettings
            {
                Gold = result.GetValue(gold)!,
                System = result.GetValue(system),
                Texts = result.GetValue(texts),
                Prefixes = result.GetValue(prefix) ?? [],
                ArticleOnly = result.GetValue(articleOnly),
                Labels = result.GetValue(labels) ?? [],
                FourClasses = result.GetValue(fourClasses),
                Subsets = result.GetValue(tag) is { } name
                    ? [QuoteSubset.Tagged(name)]
                    : [QuoteSubset.All, QuoteSubset.Direct, QuoteSubset.Mixed, QuoteSubset.Quoted, QuoteSubset.Indirect],
                KeepSingletons = result.GetValue(singletons),
                Samples = result.GetValue(samples),
                Seed = result.GetValue(seed),
                Json = result.GetValue(json),
                Errors = result.GetValue(errors),
                Model = result.GetValue(model),
            };
            result.InvocationConfiguration.Output.Write(new EvaluationRun(settings, host).Run(cancellationToken));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
