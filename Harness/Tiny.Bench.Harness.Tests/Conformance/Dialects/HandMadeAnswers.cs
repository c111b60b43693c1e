using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Three samples with four outputs, as three rules might answer them; the first two rules agree on the first two samples.</summary>
internal static class HandMadeAnswers
{
    public static readonly string[] Files = ["a.bin", "b.bin", "c.bin"];

    public static readonly ArithmeticRule DoubleRule = new(Dialect.DoubleRounding, SoftmaxRule.FixedPoint);
    public static readonly ArithmeticRule SingleRule = new(Dialect.SingleRounding, SoftmaxRule.FixedPoint);
    public static readonly ArithmeticRule FloatRule = new(Dialect.Float32, SoftmaxRule.FixedPoint);

    public static IReadOnlyList<ReferenceAnswers> Three { get; } =
    [
        Of(DoubleRule, [[127, -128, -128, -128], [-58, -122, -98, -107], [-121, 8, -20, -128]]),
        Of(SingleRule, [[127, -128, -128, -128], [-58, -122, -98, -107], [-121, -7, -5, -128]]),
        Of(FloatRule, [[126, -128, -128, -127], [-58, -122, -98, -107], [-121, 8, -20, -128]]),
    ];

    public static ReferenceAnswers Of(ArithmeticRule rule, sbyte[][] outputs) => new(
        rule, Files[..outputs.Length], [.. outputs.Select(_ => 1)], outputs[0].Length, [.. outputs.SelectMany(codes => codes).Select(code => (byte)code)]);
}
