using Tiny.Bench.Harness.Quantizing;
using Tiny.Bench.Reference.Quantizing;
using Tiny.Bench.Results.Analysis;

namespace Tiny.Bench.Cli.Output;

/// <summary>Two models on the same samples, as <c>--json</c> prints it.</summary>
internal sealed record ModelComparisonSummary
{
    /// <summary>The first.</summary>
    public required ComparedModel A { get; init; }

    /// <summary>The second.</summary>
    public required ComparedModel B { get; init; }

    /// <summary>Samples that only the first has right, only the second, and the chance of such a difference between equals; null for autoencoders.</summary>
    public required McNemarTest? McNemar { get; init; }

    /// <summary>Operators that both have, and how far their outputs lie apart.</summary>
    public required IReadOnlyList<LayerError> Layers { get; init; }

    public static ModelComparisonSummary Of(
        (RealInterpreter Model, ModelAnswers Answers) first, (RealInterpreter Model, ModelAnswers Answers) second, IReadOnlyList<LayerError> layers) => new()
    {
        A = ComparedModel.Of(first.Model, first.Answers),
        B = ComparedModel.Of(second.Model, second.Answers),
        McNemar = first.Answers.Correct is { } correct && second.Answers.Correct is { } other ? McNemarTest.Of([.. correct], [.. other]) : null,
        Layers = layers,
    };

    /// <summary>The same as text.</summary>
    public void Print(TextWriter output)
    {
        TextTable.Write(output, ["", ">A", ">B"], Rows());
        output.WriteLine();
        if (McNemar is { } test)
        {
            output.WriteLine($"only A right {test.OnlyFirst}, only B right {test.OnlySecond}: McNemar's exact test gives p = {test.PValue:G3}");
            output.WriteLine();
        }

        TextTable.Write(
            output,
            ["operator", ">SQNR dB", "tensor"],
            Layers.Select(layer => (IReadOnlyList<string>)[layer.Operator, layer.Decibels is { } decibels ? $"{decibels:F1}" : "equal", layer.Tensor]));
    }

    private List<IReadOnlyList<string>> Rows()
    {
        List<IReadOnlyList<string>> rows =
        [
            ["file", A.File, B.File],
            ["input", A.InputType, B.InputType],
            ["bytes", $"{A.Bytes:N0}", $"{B.Bytes:N0}"],
            ["weights and biases", $"{A.ParameterBytes:N0}", $"{B.ParameterBytes:N0}"],
            ["arena", $"{A.ArenaBytes:N0}", $"{B.ArenaBytes:N0}"],
            ["multiply-accumulates", $"{A.MultiplyAccumulates:N0}", $"{B.MultiplyAccumulates:N0}"],
            ["samples", $"{A.Samples}", $"{B.Samples}"],
        ];
        if (A.Correct is not null)
            rows.Add(["correct", $"{A.Correct} ({100 * A.Accuracy:F1} %)", $"{B.Correct} ({100 * B.Accuracy:F1} %)"]);
        if (A.Score is not null)
            rows.Add(["mean anomaly score", $"{A.Score:F6}", $"{B.Score:F6}"]);
        if (A.Auc is not null)
            rows.Add(["AUC", $"{A.Auc:F4}", $"{B.Auc:F4}"]);
        return rows;
    }
}
