using System.Buffers.Binary;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Reference.Plans;

public sealed class PlanImageTests
{
    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));

    /// <summary>Where a field of a good plan is spoilt, what is put there, and how the refusal begins.</summary>
    public static TheoryData<int, int, uint, string> HeaderFields => new()
    {
        { 0, 4, 0x4C504253, "the first four bytes are not TBPL" },
        { 4, 2, 2, "the version is 2; expected 1" },
        { 6, 2, 64, "the size of the header is 64; expected 128" },
        { 8, 4, 16, "the size of the plan is 16" },
        { 8, 4, uint.MaxValue, "the size of the plan is 4294967295" },
        { 48, 1, 0, "the model id is not" },
        { 48, 1, 0x5D, "the model id is not" },
        { 63, 1, 0x41, "the model id is not" },
        { 64, 4, 0, "tensor 0 takes" },
        { 64, 4, 0x80000000, "the size of the arena is 2147483648" },
        { 68, 2, 0, "there is no operator" },
        { 68, 2, 0xFFFF, "the operators take 1048560 bytes at 128" },
        { 70, 2, 0xFFFF, "the tensors take 1572840 bytes" },
        { 70, 2, 0, "the list of inputs and outputs names tensor 0; the plan has 0" },
        { 72, 4, 130, "the operators take 16 bytes at 130; expected a multiple of 4" },
        { 72, 4, 124, "the operators take 16 bytes at 124" },
        { 72, 4, 0x7FFFFFF0, "the operators take 16 bytes at 2147483632" },
        { 76, 4, 0, "the tensors take" },
        { 80, 4, 8, "the constants take" },
        { 80, 4, 128, "the operators take 16 bytes at 128; expected a multiple of 4 inside" },
        { 84, 4, 0x7FFFFFFF, "the constants take 2147483647 bytes" },
        { 84, 4, 0, "tensor 2 takes" },
        { 88, 2, 0xFFFF, "the inputs and outputs take 131072 bytes" },
        { 88, 2, 0, "there are 0 inputs; expected 1 to 16" },
        { 90, 2, 0, "there are 0 outputs; expected 1 to 16" },
        { 92, 4, 2, "the inputs and outputs take 4 bytes at 2" },
        { 96, 1, 3, "the input encoding is 3; expected 0 to 2" },
        { 96, 1, 2, "the input encoding is float32; tensor 0 is INT8 without a scale" },
        { 97, 1, 4, "the result form is 4; expected 0 to 3" },
        { 97, 1, 3, "results are a mean square" },
        { 98, 2, 2, "the dialect is 2; expected 0 or 1" },
        { 100, 4, 1, "an upload is said to take 1 bytes" },
        { 104, 1, 1, "the reserved bytes are not zero" },
        { 127, 1, 1, "the reserved bytes are not zero" },
    };

    [Theory]
    [MemberData(nameof(HeaderFields))]
    public void A_spoilt_header_field_is_named(int at, int bytes, uint value, string problem)
    {
        byte[] plan = Convolution();
        Put(plan, at, bytes, value);
        Refuses(plan, problem);
    }

    /// <summary>A place inside one of the tables, relative to the table's first row.</summary>
    public static TheoryData<string, int, int, uint, string> TableFields => new()
    {
        { "operators", 0, 2, 2, "is not an operator of a plan" },
        { "operators", 2, 2, 6, "operator 0 (CONV_2D) has 6 bytes of parameters; expected a multiple of 4" },
        { "operators", 2, 2, 4, "has 4 bytes of parameters, which end before input height" },
        { "operators", 4, 2, 9, "operator 0 (CONV_2D) names tensor 9" },
        { "operators", 4, 2, 0xFFFF, "input 0 is left out; it is required" },
        { "operators", 8, 2, 2, "the bias is INT8; expected INT32" },
        { "operators", 10, 2, 2, "operator 0 (CONV_2D) writes tensor 2, a constant" },
        { "operators", 10, 2, 0, "operator 0 (CONV_2D) writes tensor 0 over its input, tensor 0" },
        { "operators", 12, 4, 0x7FFFFFFC, "operator 0 (CONV_2D) has" },
        { "tensors", 0, 1, 7, "tensor 0 has type 7" },
        { "tensors", 1, 1, 2, "tensor 0 lies in region 2" },
        { "list", 0, 2, 2, "input tensor 2 is a constant" },
        { "tensors", 2, 2, 1, "tensor 0 has reserved bytes" },
        { "tensors", 4, 4, 8, "tensor 0 lies at 8; expected a multiple of 16" },
        { "tensors", 4, 4, 0xFFFFFFF0, "tensor 0 takes" },
        { "tensors", 8, 4, 0, "tensor 0 has 0 bytes" },
        { "tensors", 8, 4, 0xFFFFFFFF, "tensor 0 takes 4294967295 bytes" },
        { "tensors", 12, 4, 0x7FC00000, "tensor 0 has scale NaN" },
        { "tensors", 12, 4, 0xBF800000, "tensor 0 has scale -1" },
        { "tensors", 16, 4, 128, "tensor 0 has zero point 128" },
        { "tensors", 20, 4, 1, "tensor 0 has reserved bytes" },
        { "list", 0, 2, 9, "the list of inputs and outputs names tensor 9" },
        { "parameters", 0, 4, 0, "batches is 0; expected 1 to" },
        { "parameters", 4, 4, 0x80000000, "input height is -2147483648" },
        { "parameters", 4, 4, 0x0FFFFFFF, "input 0 would have" },
        { "parameters", 4, 4, 1 << 28, "input height is 268435456; expected 1 to 268435455" },
        { "parameters", 36, 4, 0x0FFFFFFF, "the window reaches over" },
        { "parameters", 44, 4, 0x0FFFFFFF, "the dilation along the height is 268435455; expected at most" },
        { "parameters", 52, 4, 0xFFFFFFFF, "padding above is -1" },
        { "parameters", 60, 4, 128, "input zero point is 128" },
        { "parameters", 72, 4, 0xFFFFFF7F, "activation minimum is -129" },
        { "parameters", 76, 4, 128, "activation maximum is 128" },
        { "parameters", 80, 4, 7, "filters of 7 channels do not divide" },
        { "parameters", 84, 4, 0, "multipliers is 0; expected" },
        { "parameters", 88, 4, 1, "channel multiplier is 1; expected 0, or 2^30 and above" },
        { "parameters", 88, 4, 0x80000000, "channel multiplier is -2147483648" },
        { "parameters", 92, 4, 31, "channel shift is 31; expected -31 to 30" },
    };

    [Theory]
    [MemberData(nameof(TableFields))]
    public void A_spoilt_table_field_is_named(string table, int at, int bytes, uint value, string problem)
    {
        byte[] plan = Convolution();
        var page = new PageReader(plan);
        int start = (int)(table switch
        {
            "operators" => page.UInt32(72),
            "tensors" => page.UInt32(76),
            "list" => page.UInt32(92),
            _ => page.UInt32((int)page.UInt32(72) + 12),
        });
        Put(plan, start + at, bytes, value);
        Refuses(plan, problem);
    }

    [Fact]
    public void Damage_is_found_by_the_checksum()
    {
        byte[] plan = Convolution();
        plan[^1] ^= 1;
        var error = Assert.Throws<PlanFormatException>(() => PlanImage.Read(plan, "plan"));
        Assert.Equal("plan at byte 12", error.Where);
        Assert.StartsWith("the checksum is", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shorter_plan_is_refused()
    {
        byte[] plan = Convolution();
        for (int length = 0; length < plan.Length; length++)
            Assert.Throws<PlanFormatException>(() => PlanImage.Read(plan.AsMemory(0, length), "plan"));
    }

    [Fact]
    public void A_longer_plan_is_refused() =>
        Assert.Throws<PlanFormatException>(() => PlanImage.Read(Convolution().Concat(new byte[16]).ToArray(), "plan"));

    // A mean of nothing, an overflow, an element outside of its tensor: what each of these would do on a board.
    [Theory]
    [InlineData("average_pool2d", 52, 1_000, "the window of the first or last output row lies outside")]
    [InlineData("max_pool2d", 36, 1 << 24, "the window of the first or last output row lies outside")]
    [InlineData("average_pool2d", 44, 2, "the dilation is 2 x 1; expected none")]
    [InlineData("softmax", 8, 0, "input multiplier is 0; expected 2^30 and above")]
    [InlineData("softmax", 12, 0, "input shift is 0; expected 1 to 31")]
    [InlineData("softmax", 16, 1, "least difference is 1; expected")]
    [InlineData("softmax", 16, int.MinValue, "the least difference is -2147483648 with a left shift of")]
    [InlineData("softmax", 4, 4096, "columns is 4096; expected 1 to 4095")]
    [InlineData("add", 0, 21, "left shift is 21; expected 0 to 20")]
    [InlineData("add", 12, 1, "a shift is 1; expected -31 to 0")]
    [InlineData("add", 48, 0, "extent 0 is 0; expected 1 to")]
    [InlineData("mul", 28, (1 << 28) - 1, "the output")]
    [InlineData("mul", 28, 1 << 28, "extent 0 is 268435456; expected 1 to 268435455")]
    [InlineData("mul", 48, -1, "stride of a 0 is -1")]
    [InlineData("mul", 84, 1_000_000, "input 1 has")]
    [InlineData("depthwise_conv2d", 80, 1_000, "the depth multiplier is 1000")]
    [InlineData("fully_connected", 8, 1_000, "multipliers is")]
    public void A_spoilt_parameter_is_named(string operation, int at, int value, string problem)
    {
        byte[] plan = Plan(operation);
        var page = new PageReader(plan);
        Put(plan, (int)page.UInt32((int)page.UInt32(72) + 12) + at, 4, (uint)value);
        Refuses(plan, problem);
    }

    private static byte[] Convolution() => Plan("conv2d");

    private static byte[] Plan(string operation) => PlanCompiler.Compile(
        Suite.Value.Cases.First(candidate => candidate.Operation == operation && candidate.Output.Type == TensorType.Int8)).Plan.ToArray();

    private static void Put(byte[] plan, int at, int bytes, uint value)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(word, value);
        word[..bytes].CopyTo(plan.AsSpan(at));
        BinaryPrimitives.WriteUInt32LittleEndian(plan.AsSpan(12), Crc32.Compute(plan.AsSpan(16)));
    }

    private static void Refuses(byte[] plan, string problem)
    {
        var error = Assert.Throws<PlanFormatException>(() => PlanImage.Read(plan, "plan"));
        Assert.StartsWith("plan", error.Where, StringComparison.Ordinal);
        Assert.StartsWith(problem, error.Problem, StringComparison.Ordinal);
    }
}
