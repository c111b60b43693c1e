using System.Buffers.Binary;

namespace Tiny.Bench.Boards.Energy.Ppk2;

public class Ppk2FramingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Words_are_found_however_they_were_cut(int cut)
    {
        byte[] bytes = Words(0, 100);
        (List<int> counters, List<int> losses) = Read(bytes[..cut], bytes[cut..]);
        Assert.Equal(Enumerable.Range(0, 100).Select(counter => counter % 64), counters);
        Assert.Empty(losses);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void Lost_words_are_counted(int lost)
    {
        (List<int> counters, List<int> losses) = Read([.. Words(0, 20), .. Words(20 + lost, 20)]);

        // The word before the break is given up with them: a false one would have fitted too.
        Assert.Equal([lost + 1], losses);
        Assert.Equal(39, counters.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Bytes_in_between_cost_no_more_than_the_word_before(int garbage)
    {
        byte[] between = [.. Enumerable.Repeat((byte)0x5A, garbage)];
        (List<int> counters, List<int> losses) = Read([.. Words(0, 20), .. between, .. Words(20, 20)]);
        Assert.Equal([1], losses);
        Assert.Equal([.. Enumerable.Range(0, 19), .. Enumerable.Range(20, 20)], counters);
    }

    [Fact]
    public void A_false_word_that_fits_by_chance_is_not_passed_on()
    {
        byte[] false20 = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(false20, Ppk2Word.Of(0, 0, 20, 0x00).Bits);
        (List<int> counters, _) = Read([.. Words(0, 20), .. false20, .. Words(20, 20)]);
        Assert.Equal([.. Enumerable.Range(0, 20), .. Enumerable.Range(20, 20)], counters);
    }

    private static (List<int> Counters, List<int> Losses) Read(params byte[][] parts)
    {
        var counters = new List<int>();
        var losses = new List<int>();
        var framing = new Ppk2Framing(word => counters.Add(word.Counter), losses.Add);
        foreach (byte[] part in parts)
            framing.Take(part);
        framing.Complete();
        return (counters, losses);
    }

    private static byte[] Words(int first, int count)
    {
        var bytes = new byte[count * sizeof(uint)];
        for (int index = 0; index < count; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(index * sizeof(uint)), Ppk2Word.Of(1234, 2, (first + index) % 64, 0xFF).Bits);
        return bytes;
    }
}
