namespace Tiny.Bench.Reference.Plans;

/// <summary>A row of the operator table and its fields as <see cref="PageReader"/> finds them.</summary>
internal sealed record PageOperator(int Code, int[] Inputs, int Output, int[] Fields);
