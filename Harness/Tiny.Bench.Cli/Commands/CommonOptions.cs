using System.CommandLine;
using System.Globalization;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document on standard output." };

    public static Option<string?> Models() =>
        Path("--models", "Folder of the .tflite files. Default: TINYBENCH_MODELS, then the user's cache, then the starter pack.");

    public static Option<string?> Datasets() =>
        Path("--datasets", "Folder of the data sets in the official layout. Default: TINYBENCH_DATASETS, then the user's cache, then the starter pack.");

    /// <summary>The starter pack, in place of official files.</summary>
    public static Option<string?> Starter()
    {
        Option<string?> option = Path("--starter", "Use the starter pack also where official files are at hand; with DIR the one in that folder.");
        option.Arity = ArgumentArity.ZeroOrOne;
        return option;
    }

    /// <summary>Where the tasks' files come from, as <see cref="Models"/>, <see cref="Datasets"/> and <see cref="Starter"/> say.</summary>
    public static TaskLocator TaskLocatorOf(ParseResult parsed, Option<string?> models, Option<string?> datasets, Option<string?> starter)
    {
        bool onlyPack = parsed.GetResult(starter) is not null;
        if (onlyPack && (parsed.GetResult(models) is not null || parsed.GetResult(datasets) is not null))
            throw new RequestException("--starter takes model and samples from the starter pack; leave --models and --datasets away");
        return new TaskLocator(
            new ModelLocator(parsed.GetValue(models)), new DatasetLocator(parsed.GetValue(datasets)), StarterPackOf(parsed, starter), onlyPack);
    }

    /// <summary>The starter pack that <see cref="Starter"/> names, or the one that ships.</summary>
    public static StarterPack StarterPackOf(ParseResult parsed, Option<string?> starter)
    {
        if (parsed.GetValue(starter) is not { } folder)
            return StarterPack.Shipped;
        return Directory.Exists(folder) ? new StarterPack(folder) : throw new RequestException($"--starter {folder}: there is no such folder");
    }

    /// <summary>A file or folder. An empty one is refused: it is a shell variable that is not set, never the default.</summary>
    public static Option<string?> Path(string name, string description, string helpName = "DIR")
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0))
                result.AddError($"{name} is empty; expected a path");
        });
        return option;
    }

    /// <summary>The model that a command is about.</summary>
    public static Argument<string> ModelFile()
    {
        var argument = new Argument<string>("FILE") { Description = "A .tflite file." };
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0))
                result.AddError("FILE is empty; expected a path");
        });
        return argument;
    }

    /// <summary>How many samples or inputs, at least 1.</summary>
    public static Option<int?> Samples(string description)
    {
        var option = new Option<int?>("--samples") { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [var token] || !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
                result.AddError("--samples must be a whole number of at least 1");
        });
        return option;
    }

    /// <summary>The rounding; an unknown name is refused with the list of known ones.</summary>
    public static Option<string> DialectName()
    {
        var option = new Option<string>("--dialect")
        {
            Description = "The rounding to compute with.",
            DefaultValueFactory = _ => Dialect.DoubleRounding.Name(),
        };
        option.AcceptOnlyFromAmong([.. Dialects.All.Select(dialect => dialect.Name())]);
        return option;
    }

    /// <summary>What <see cref="DialectName"/> was given.</summary>
    public static Dialect DialectOf(ParseResult parsed, Option<string> option) =>
        Dialects.TryParse(parsed.GetRequiredValue(option), out Dialect dialect)
            ? dialect
            : throw new RequestException($"--dialect {parsed.GetValue(option)} is not known");
}
