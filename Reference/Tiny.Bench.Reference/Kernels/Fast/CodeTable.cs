namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A function of one int8 code as a table of all 256 of them, made by the plain kernel: equal to it in every dialect.</summary>
internal sealed class CodeTable : IFastKernel<sbyte>
{
    private const int Codes = 1 << 8;

    private readonly sbyte[] _table = new sbyte[Codes];

    private CodeTable(Kernel plain)
    {
        var codes = new sbyte[Codes];
        for (int code = 0; code < Codes; code++)
            codes[code] = (sbyte)code;
        plain(codes, _table);
    }

    /// <summary>A kernel that takes every code by itself.</summary>
    public delegate void Kernel(ReadOnlySpan<sbyte> input, Span<sbyte> output);

    /// <inheritdoc/>
    public string Name => "table";

    /// <summary>Binds a plain kernel or its table, as the context allows.</summary>
    public static PreparedOperator Bind(OperatorContext context, Execution.Tensor input, Execution.Tensor output, Kernel plain)
    {
        if (!Tiers.Allow(context.Kernels) || !context.PackingMemory.TryTake(Codes))
            return new PreparedOperator(() => plain(input.Read<sbyte>(), output.Write<sbyte>()));
        var table = new CodeTable(plain);
        return new PreparedOperator(() => table.Run(input.Read<sbyte>(), output.Write<sbyte>())) { Kernel = table.Name };
    }

    /// <summary>The output by a table.</summary>
    public static void Run(Kernel plain, ReadOnlySpan<sbyte> input, Span<sbyte> output) => new CodeTable(plain).Run(input, output);

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        ReadOnlySpan<sbyte> table = _table.AsSpan(0, Codes);
        output = output[..input.Length];
        for (int at = 0; at < input.Length; at++)
            output[at] = table[(byte)input[at]];
    }
}
