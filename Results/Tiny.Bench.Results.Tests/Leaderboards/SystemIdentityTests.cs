using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

public class SystemIdentityTests
{
    private static readonly RunRecord Published = SampleRecords.Full with
    {
        Submission = new SubmissionRecord { Round = "v0.7", Submitter = "hls4ml-finn", System = "pynq-z2", Variant = "RN07" },
    };

    [Fact]
    public void A_submission_is_named_by_submitter_system_and_variant() =>
        Assert.Equal("hls4ml-finn: pynq-z2 (RN07)", SystemIdentity.Of(Published).Name);

    [Fact]
    public void Its_round_is_no_part_of_the_system()
    {
        RunRecord later = Published with { Submission = Published.Submission! with { Round = "v1.0" } };
        Assert.Equal(SystemIdentity.Of(Published), SystemIdentity.Of(later));
    }

    [Fact]
    public void The_host_is_named_by_its_processor_and_dialect() =>
        Assert.Equal("host, Some CPU @ 2.10GHz, float32", SystemIdentity.Of(SampleRecords.Full).Name);

    [Fact]
    public void Two_clocks_of_a_board_are_two_systems()
    {
        RunRecord slow = SampleRecords.Full with { System = new SystemRecord { Board = "NUCLEO-L4R5ZI", Clock = "80 MHz" } };
        RunRecord fast = slow with { System = slow.System! with { Clock = "120 MHz" } };
        Assert.NotEqual(SystemIdentity.Of(slow), SystemIdentity.Of(fast));
    }

    [Fact]
    public void The_port_of_a_board_is_no_part_of_it()
    {
        RunRecord here = SampleRecords.Full with { Target = "serial:/dev/ttyACM0@115200", System = new SystemRecord { Board = "NUCLEO-L4R5ZI" } };
        Assert.Equal(SystemIdentity.Of(here), SystemIdentity.Of(here with { Target = "serial:/dev/ttyACM1@115200" }));
    }
}
