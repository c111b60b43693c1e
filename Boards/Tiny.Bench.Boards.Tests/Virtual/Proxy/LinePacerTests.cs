namespace Tiny.Bench.Boards.Virtual.Proxy;

public class LinePacerTests
{
    private const long Microseconds = 1_000_000;

    [Theory]
    [InlineData(115200, 27648, 2_400_000)]
    [InlineData(115200, 11520, 1_000_000)]
    [InlineData(921600, 92160, 1_000_000)]
    [InlineData(9600, 1, 1041)]
    [InlineData(3, 3, 10_000_000)]
    public void Bytes_in_a_row_take_ten_bits_each_and_no_rounding_adds_up(int baud, int bytes, long microseconds)
    {
        var pacer = new LinePacer(baud, Microseconds, now: 500);
        pacer.Arrive(500, waiting: false);
        long due = 0;
        for (int sent = 0; sent < bytes; sent += pacer.ChunkSize)
            due = pacer.Carry(Math.Min(pacer.ChunkSize, bytes - sent));
        Assert.Equal(500 + microseconds, due);
    }

    [Fact]
    public void A_late_reader_of_bytes_that_were_waiting_does_not_slow_the_line()
    {
        var pacer = new LinePacer(10_000, Microseconds, now: 0);
        pacer.Arrive(0, waiting: false);
        Assert.Equal(1000, pacer.Carry(1));
        pacer.Arrive(1700, waiting: true);
        Assert.Equal(2000, pacer.Carry(1));
    }

    [Fact]
    public void Bytes_that_come_after_a_pause_begin_when_they_come()
    {
        var pacer = new LinePacer(10_000, Microseconds, now: 0);
        pacer.Carry(1);
        pacer.Arrive(5300, waiting: false);
        Assert.Equal(6300, pacer.Carry(1));
        pacer.Arrive(6000, waiting: false);
        Assert.Equal(7300, pacer.Carry(1));
    }

    [Fact]
    public void A_pause_moves_all_that_follows()
    {
        var pacer = new LinePacer(10_000, Microseconds, now: 0);
        pacer.Carry(2);
        pacer.Pause(TimeSpan.FromMilliseconds(20));
        Assert.Equal(23_000, pacer.Carry(1));
    }

    [Theory]
    [InlineData(115200, 11)]
    [InlineData(921600, 92)]
    [InlineData(9600, 1)]
    [InlineData(50, 1)]
    public void A_chunk_is_at_most_a_millisecond_of_the_line(int baud, int bytes) =>
        Assert.Equal(bytes, new LinePacer(baud, Microseconds, 0).ChunkSize);

    [Fact]
    public void A_line_without_a_speed_takes_no_time()
    {
        var pacer = new LinePacer(null, Microseconds, now: 0);
        pacer.Arrive(700, waiting: true);
        Assert.Equal(700, pacer.Carry(1_000_000));
    }
}
