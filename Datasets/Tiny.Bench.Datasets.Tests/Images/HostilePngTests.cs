using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

public class HostilePngTests
{
    private const byte Grey = 0;
    private static readonly byte[] Valid = PngBytes.File(2, 2, 3, [0, 0, 1, 4, 0, 0], [1, 2, 3, 4, 5, 6]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(4097, 1)]
    [InlineData(1, int.MaxValue)]
    [InlineData(-1, -1)]
    public void Refuses_a_size_before_it_allocates(int width, int height) =>
        Refused("pixels a side", [.. PngBytes.Signature, .. PngBytes.Header(width, height, Grey)]);

    [Fact]
    public void Refuses_what_it_cannot_show_and_says_which()
    {
        Refused("16 bits a channel", [.. PngBytes.Signature, .. PngBytes.Header(1, 1, Grey, depth: 16)]);
        Refused("interlaced", [.. PngBytes.Signature, .. PngBytes.Header(1, 1, Grey, interlace: 1)]);
        Refused("color type 5", [.. PngBytes.Signature, .. PngBytes.Header(1, 1, 5)]);
        Refused("expected IHDR", [.. PngBytes.Signature, .. PngBytes.Chunk("IEND", [])]);
        Refused("chunk CrIT is not known", [.. PngBytes.Signature, .. PngBytes.Header(1, 1, Grey), .. PngBytes.Chunk("CrIT", [])]);
        Refused("four letters", [.. PngBytes.Signature, .. PngBytes.Header(1, 1, Grey), .. PngBytes.Chunk("ID T", [])]);
        Refused("no picture that is known", [0xFF, 0xD8, 0xFF, 0xE0]);
        Refused("no picture that is known", []);
    }

    [Theory]
    [InlineData(new byte[] { 0 }, "gives 1 bytes; the picture has 2")]
    [InlineData(new byte[] { 0, 1, 2 }, "more than the 2 bytes")]
    [InlineData(new byte[] { 5, 1 }, "row 0 has filter 5")]
    public void Refuses_data_that_is_not_the_picture(byte[] rows, string problem) => Refused(problem, PngBytes.File(1, 1, Grey, rows));

    [Fact]
    public void Refuses_a_color_beyond_the_palette()
    {
        Refused("pixel 1,0 has color 2; the palette has 2", PngBytes.File(2, 1, 3, [0, 0, 2], [1, 2, 3, 4, 5, 6]));
        Refused("the palette has 0", PngBytes.File(1, 1, 3, [0, 0]));
    }

    [Fact]
    public void Names_the_offset_of_a_chunk_with_a_wrong_checksum()
    {
        byte[] file = [.. Valid];
        file[^1] ^= 1;
        DatasetException error = Refused("chunk IEND has the CRC-32 ae426082", file);
        Assert.Equal($"a.png, byte {Valid.Length - 12}", error.Where);
    }

    [Fact]
    public void Refuses_compressed_data_whose_own_checksum_is_wrong()
    {
        byte[] data = PngBytes.Compress([0, 7]);
        data[^1] ^= 1;
        Refused("damaged", [.. PngBytes.Signature, .. PngBytes.Header(1, 1, Grey), .. PngBytes.Chunk("IDAT", data), .. PngBytes.Chunk("IEND", [])]);
    }

    [Fact]
    public void Refuses_a_file_cut_at_any_byte()
    {
        for (int length = 0; length < Valid.Length; length++)
            Assert.Throws<DatasetException>(() => ImageReader.Decode("a.png", Valid.AsSpan(0, length)));
    }

    // Every byte of the file is under a checksum, but for the lengths, which then miss theirs.
    [Fact]
    public void Refuses_a_file_with_any_byte_changed()
    {
        for (int index = 0; index < Valid.Length; index++)
        {
            foreach (int bit in new[] { 0, 5, 7 })
            {
                byte[] file = [.. Valid];
                file[index] ^= (byte)(1 << bit);
                Assert.Throws<DatasetException>(() => ImageReader.Decode("a.png", file));
            }
        }
    }

    [Fact]
    public void Any_bytes_under_a_right_checksum_end_in_a_picture_or_in_its_own_error()
    {
        byte[] data = PngBytes.Compress([0, 0, 1, 4, 0, 0]);
        var random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 3000; round++)
        {
            byte[] header = PngBytes.Header(random.Next(4), random.Next(4), (byte)random.Next(8))[8..^4];
            byte[] changed = data[..random.Next(1, data.Length + 1)];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            byte[] file =
            [
                .. PngBytes.Signature, .. PngBytes.Chunk("IHDR", header), .. PngBytes.Chunk("PLTE", new byte[random.Next(9)]),
                .. PngBytes.Chunk("IDAT", random.Next(2) == 0 ? data : changed), .. PngBytes.Chunk("IEND", []),
            ];
            try
            {
                Assert.NotEmpty(ImageReader.Decode("a.png", file).Pixels);
            }
            catch (DatasetException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 2999);
    }

    private static DatasetException Refused(string problem, byte[] file)
    {
        var error = Assert.Throws<DatasetException>(() => ImageReader.Decode("a.png", file));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.StartsWith("a.png", error.Where, StringComparison.Ordinal);
        return error;
    }
}
