namespace Tiny.Bench.Results.Records;

public class MachineDescriptionTests
{
    [Fact]
    public void This_machine_has_a_system_a_processor_and_a_runtime()
    {
        var machine = MachineDescription.Current();
        Assert.NotEmpty(machine.Os);
        Assert.NotEmpty(machine.Cpu);
        Assert.True(machine.Cores >= 1);
        Assert.StartsWith(".NET ", machine.Runtime, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_processor_is_the_first_that_Linux_tells() =>
        Assert.Equal("Some CPU: fast @ 2 GHz", MachineDescription.CpuName(["processor\t: 0", "model\t: 143", "model name\t: Some CPU: fast @ 2 GHz", "model name\t: other"]));

    [Fact]
    public void There_may_be_no_name() => Assert.Null(MachineDescription.CpuName(["processor : 0", "model name :  ", "no colon"]));
}
