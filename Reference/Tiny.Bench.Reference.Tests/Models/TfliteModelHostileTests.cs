using System.Buffers.Binary;

namespace Tiny.Bench.Reference.Models;

/// <summary>Files that are no flatbuffers, or that are small and ask for much.</summary>
public sealed class TfliteModelHostileTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] file = new TinyModel().Write();
        for (int length = 0; length < file.Length - 4; length++)
            Assert.Throws<ModelFormatException>(() => TfliteModel.Parse(file.AsMemory(0, length), "tiny.tflite"));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(0x7FFF_FFFFu)]
    [InlineData(0xFFFF_FFFCu)]
    public void A_root_outside_the_file(uint offset)
    {
        byte[] file = new TinyModel().Write();
        BinaryPrimitives.WriteUInt32LittleEndian(file, offset);
        TfliteModelTests.Refuses(file, $"the root table lies {offset} bytes ahead");
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(-100_000)]
    public void A_vtable_outside_the_file(int distance)
    {
        byte[] file = new TinyModel().Write();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(file)), distance);
        TfliteModelTests.Refuses(file, "the length of a vtable takes 2 bytes; the file has");
    }

    [Fact]
    public void A_table_that_is_its_own_vtable()
    {
        byte[] file = new TinyModel().Write();
        int root = BinaryPrimitives.ReadInt32LittleEndian(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(root), 0);
        TfliteModelTests.Refuses(file, "a vtable is 0 bytes long");
    }

    [Theory]
    [InlineData(0xFFFF)]
    [InlineData(0x7FFE)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_vtable_of_an_impossible_length(int length)
    {
        byte[] file = new TinyModel().Write();
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(RootVtable(file)), (ushort)length);
        TfliteModelTests.Refuses(file, $"a vtable is {length} bytes long; expected an even number of at least 4 inside the file");
    }

    [Fact]
    public void A_table_that_ends_behind_the_file()
    {
        byte[] file = new TinyModel().Write();
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(RootVtable(file) + 2), 0xFFFF);
        TfliteModelTests.Refuses(file, "a table is 65535 bytes long; expected at least 4, inside the file");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0xFFF0)]
    public void A_field_outside_its_table(int offset)
    {
        byte[] file = new TinyModel().Write();
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(RootVtable(file) + 4), (ushort)offset);
        TfliteModelTests.Refuses(file, $"field 0 lies at {offset} of its table; expected 4 to");
    }

    [Fact]
    public void A_vector_of_every_element_there_can_be()
    {
        var model = new TinyModel();
        model.Graph[1] = FlatNode.Ints(0).Claiming(-1);
        TfliteModelTests.Refuses(model, "a vector takes 17179869180 bytes; the file has");
    }

    [Fact]
    public void A_vector_of_tables_that_is_longer_than_the_file()
    {
        var model = new TinyModel();
        model.Graph[3] = FlatNode.Tables(model.Operators).Claiming(-1);
        TfliteModelTests.Refuses(model, "a vector of tables takes 17179869180 bytes; the file has");
    }

    [Fact]
    public void A_constant_that_is_longer_than_the_file()
    {
        var model = new TinyModel();
        model.Buffers[1][0] = FlatNode.Bytes(1).Claiming(-1);
        TfliteModelTests.Refuses(model, "a vector takes 4294967295 bytes; the file has");
    }

    [Fact]
    public void Options_with_a_vector_that_no_operator_has_are_refused_when_they_are_read()
    {
        var model = new TinyModel();
        model.Operators[1][3] = (byte)BuiltinOptionsType.Squeeze;
        model.Operators[1][4] = new FlatFields { [0] = FlatNode.Ints(new int[17]) };
        OperatorOptions options = TfliteModelTests.Read(model).Main.Operators[1].Options;
        Assert.Throws<ModelFormatException>(() => options.Int32Vector(0));
    }

    [Fact]
    public void A_hundred_thousand_operators_of_one_table_take_memory_in_proportion()
    {
        var model = new TinyModel();
        FlatFields idle = TinyModel.Operator(0, [], []);
        model.Operators = [.. model.Operators, .. Enumerable.Repeat(idle, 100_000)];
        byte[] file = model.Write();

        long allocated = AllocatedBy(() => Assert.Equal(100_002, TfliteModel.Parse(file, "tiny.tflite").Main.Operators.Count));

        Assert.InRange(file.Length, 400_000, 401_000);
        Assert.InRange(allocated, 0, 40 * Megabyte);
    }

    [Fact]
    public void A_hundred_thousand_operators_that_share_a_long_vector_are_refused_early()
    {
        var model = new TinyModel();
        FlatFields greedy = TinyModel.Operator(0, Enumerable.Repeat(0, 10_000).ToArray(), []);
        model.Operators = [.. model.Operators, .. Enumerable.Repeat(greedy, 100_000)];
        RefusesCheaply(model.Write());
    }

    [Fact]
    public void Tensors_that_share_a_long_name_are_refused_early()
    {
        var model = new TinyModel();
        FlatFields tensor = TinyModel.Tensor(new string('n', 10_000));
        model.Tensors = [.. model.Tensors, .. Enumerable.Repeat(tensor, 70_000)];
        RefusesCheaply(model.Write());
    }

    [Fact]
    public void Subgraphs_that_share_their_tensors_are_refused_early()
    {
        var model = new TinyModel();
        FlatFields tensor = TinyModel.Tensor("shared");
        model.Tensors = [.. model.Tensors, .. Enumerable.Repeat(tensor, 35_000)];
        model.Root[2] = FlatNode.Tables(Enumerable.Repeat(model.Graph, 35_000).ToArray<FlatNode>());
        RefusesCheaply(model.Write());
    }

    [Fact]
    public void Subgraphs_that_share_empty_tensors_are_refused_early()
    {
        var model = new TinyModel();
        model.Tensors = [.. model.Tensors, .. Enumerable.Repeat(new FlatFields(), 35_000)];
        model.Root[2] = FlatNode.Tables(Enumerable.Repeat(model.Graph, 35_000).ToArray<FlatNode>());
        RefusesCheaply(model.Write());
    }

    private static int RootVtable(byte[] file)
    {
        int root = BinaryPrimitives.ReadInt32LittleEndian(file);
        return root - BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(root));
    }

    private static void RefusesCheaply(byte[] file)
    {
        Assert.InRange(file.Length, 200_000, 500_000);
        long allocated = AllocatedBy(() => TfliteModelTests.Refuses(file, "its tables overlap"));
        Assert.InRange(allocated, 0, 60 * Megabyte);
    }

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
