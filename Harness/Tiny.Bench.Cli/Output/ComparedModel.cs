using Tiny.Bench.Harness.Quantizing;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Quantizing;

namespace Tiny.Bench.Cli.Output;

/// <summary>One of two compared models, as <c>--json</c> prints it.</summary>
internal sealed record ComparedModel
{
    /// <summary>File name.</summary>
    public required string File { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required int Bytes { get; init; }

    /// <summary>Bytes of weights and biases.</summary>
    public required long ParameterBytes { get; init; }

    /// <summary>Bytes of the planned arena.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Multiply-accumulates of one inference.</summary>
    public required long MultiplyAccumulates { get; init; }

    /// <summary>Element type of its input.</summary>
    public required string InputType { get; init; }

    /// <summary>Samples run.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that it has right; null for an autoencoder.</summary>
    public int? Correct { get; init; }

    /// <summary>The same as a share, 0 to 1.</summary>
    public double? Accuracy => Correct / (double)Samples;

    /// <summary>Mean anomaly score; null for a classifier.</summary>
    public double? Score { get; init; }

    /// <summary>Area under the ROC curve; null unless an autoencoder saw both classes.</summary>
    public double? Auc { get; init; }

    public static ComparedModel Of(RealInterpreter model, ModelAnswers answers)
    {
        var summary = ModelSummary.Of(model.Interpreter);
        return new ComparedModel
        {
            File = summary.Source,
            Bytes = summary.FileBytes,
            ParameterBytes = summary.ParameterBytes,
            ArenaBytes = summary.ArenaBytes,
            MultiplyAccumulates = summary.MultiplyAccumulates,
            InputType = model.Interpreter.Inputs[0].Type.SchemaName(),
            Samples = answers.Correct?.Count ?? answers.Scores!.Count,
            Correct = answers.Correct?.Count(right => right),
            Score = answers.Scores?.Average(),
            Auc = answers.Auc,
        };
    }
}
