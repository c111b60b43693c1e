using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Runs plans on this machine without a protocol: <c>run_plan</c> of the firmware's tests, under the sanitizers, with a kernel library of choice.</summary>
internal sealed class PlanRunner(TemporaryFolder folder, string program)
{
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(15);

    /// <summary>Builds it; skips the test where there is no compiler.</summary>
    /// <param name="folder">Where it builds, and keeps plans and uploads.</param>
    /// <param name="kernels">A kernel library, by its folder from the Makefile's.</param>
    public static async Task<PlanRunner> BuildAsync(TemporaryFolder folder, string kernels = "kernels/portable")
    {
        InstalledTool.Require("make", "gcc");
        var output = new StringBuilder();
        ToolRun run = await ToolRun.StartAsync(
            new ToolPath().Find("make")!,
            ["-s", "-C", HostBuilds.Sources, $"OUT={folder.Path}", $"KERNELS={kernels}", "run_plan"],
            LongestBuild,
            line => output.AppendLine(line),
            TimeProvider.System,
            default);
        Assert.True(run.ExitCode == 0, output.ToString());
        return new PlanRunner(folder, folder["tests/run_plan"]);
    }

    /// <summary>One inference for each upload.</summary>
    /// <param name="plan">The blob.</param>
    /// <param name="uploads">One after the other.</param>
    public async Task<IReadOnlyList<PlanRun>> RunAsync(ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> uploads)
    {
        ProgramRun run = await ProgramRun.OfAsync(program, folder.Write("plan", plan.ToArray()), folder.Write("uploads", uploads.ToArray()));
        Assert.Equal(0, run.ExitCode);

        var runs = new List<PlanRun>();
        var operators = new List<uint>();
        foreach (string line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ');
            if (words[0] == "op")
            {
                operators.Add(Crc(words[4]));
                continue;
            }

            runs.Add(new PlanRun([.. operators], Crc(words[1]), Convert.FromHexString(words[2])));
            operators.Clear();
        }

        return runs;
    }

    private static uint Crc(string digits) => uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
