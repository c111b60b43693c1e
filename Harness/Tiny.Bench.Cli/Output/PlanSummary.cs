using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Cli.Output;

/// <summary>What a plan is and takes, as <c>--json</c> prints it.</summary>
internal sealed record PlanSummary
{
    /// <summary>The file that was read.</summary>
    public required string Source { get; init; }

    /// <summary>What the board calls the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>SHA-256 of the model's file; null for a plan that is not a file's.</summary>
    public required string? ModelSha256 { get; init; }

    /// <summary>By which a board names the plan: 8 hexadecimal digits.</summary>
    public required string Crc32 { get; init; }

    /// <summary>The rounding it is meant for.</summary>
    public required string Dialect { get; init; }

    /// <summary>How an upload becomes input tensors.</summary>
    public required string InputEncoding { get; init; }

    /// <summary>How the board prints results.</summary>
    public required string ResultForm { get; init; }

    /// <summary>Bytes of the plan.</summary>
    public required int FlashBytes { get; init; }

    /// <summary>Bytes of weights and biases among those.</summary>
    public required int ConstantsBytes { get; init; }

    /// <summary>Bytes of the arena.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Bytes of the arena if inputs gave up their memory; null where the model is not at hand.</summary>
    public required int? ArenaBytesWithoutInputs { get; init; }

    /// <summary>Bytes of one upload.</summary>
    public required int UploadBytes { get; init; }

    /// <summary>Number of tensors.</summary>
    public required int Tensors { get; init; }

    /// <summary>Names in execution order.</summary>
    public required IReadOnlyList<string> Operators { get; init; }

    /// <summary>Where it was written; null for nowhere.</summary>
    public required string? Plan { get; init; }

    public static PlanSummary Of(PlanImage plan, string source, int? arenaBytesWithoutInputs = null, string? path = null) => new()
    {
        Source = source,
        ModelId = plan.ModelId,
        ModelSha256 = plan.ModelSha256,
        Crc32 = $"{plan.Crc32:x8}",
        Dialect = plan.Dialect.Name(),
        InputEncoding = plan.InputEncoding.Name(),
        ResultForm = plan.ResultForm.Name(),
        FlashBytes = plan.Bytes.Length,
        ConstantsBytes = plan.ConstantsBytes,
        ArenaBytes = plan.ArenaBytes,
        ArenaBytesWithoutInputs = arenaBytesWithoutInputs,
        UploadBytes = plan.DataBytes,
        Tensors = plan.Tensors.Count,
        Operators = [.. plan.Operators.Select(current => current.Code.SchemaName())],
        Plan = path,
    };

    /// <summary>The same as text.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine($"{PlainText.Line(Source)}: plan {Crc32} of {ModelId}, {Operators.Count} operators, {Tensors} tensors, {Dialect}");
        output.WriteLine($"flash    {FlashBytes:N0} bytes, of which weights and biases {ConstantsBytes:N0}");
        string cost = ArenaBytesWithoutInputs is { } without ? $" ({ArenaBytes - without:N0} more than {without:N0}, as inputs keep their memory)" : "";
        output.WriteLine($"arena    {ArenaBytes:N0} bytes{cost}");
        output.WriteLine($"upload   {UploadBytes:N0} bytes, {InputEncoding}; results {ResultForm}");
        if (Plan is not null)
            output.WriteLine($"written  {PlainText.Line(Plan)}");
    }
}
