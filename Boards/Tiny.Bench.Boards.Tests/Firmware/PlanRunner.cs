using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Runs plans on this machine without a protocol, with a kernel library of choice.</summary>
/// <remarks>The program is <c>run_plan</c> of the firmware's tests, built with the sanitizers.</remarks>
public sealed class PlanRunner : IDisposable
{
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder _folder = new();

    /// <summary>Builds it, unless that was done; skips the test where there is no compiler.</summary>
    /// <param name="kernels">A kernel library, by its folder from the Makefile's.</param>
    /// <param name="dialect">How the portable ones round.</param>
    /// <returns>Full path of the program.</returns>
    public Task<string> BuildAsync(string kernels = "kernels/portable", string dialect = "double-rounding") =>
        BuildVariantAsync($"{kernels}/{dialect}", $"KERNELS={kernels}", $"DIALECT={dialect}");

    /// <summary>Builds it with variables of the Makefile, apart from other builds; skips the test where there is no compiler.</summary>
    /// <param name="name">A folder of its own for what is built.</param>
    /// <param name="variables">Such as <c>FAULT=conv-dilation-ignored</c>.</param>
    /// <returns>Full path of the program.</returns>
    internal async Task<string> BuildVariantAsync(string name, params string[] variables)
    {
        InstalledTool.Require("make", "gcc");
        var output = new StringBuilder();
        ToolRun run = await ToolRun.StartAsync(
            new ToolPath().Find("make")!,
            ["-s", "-C", HostBuilds.Sources, $"OUT={_folder[name]}", .. variables, "run_plan"],
            LongestBuild,
            line => output.AppendLine(line),
            TimeProvider.System,
            default);
        Assert.True(run.ExitCode == 0, $"{name}: {output}");
        return run.LastLine;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>One inference for each upload.</summary>
    /// <param name="program">As <see cref="BuildAsync"/> gave it.</param>
    /// <param name="plan">The blob.</param>
    /// <param name="uploads">One after the other.</param>
    internal Task<IReadOnlyList<PlanRun>> RunAsync(string program, ReadOnlyMemory<byte> plan, ReadOnlyMemory<byte> uploads) =>
        RunAsync(program, [(plan, uploads)]);

    /// <summary>One inference for each upload of each plan, by one process.</summary>
    internal async Task<IReadOnlyList<PlanRun>> RunAsync(string program, IReadOnlyList<(ReadOnlyMemory<byte> Plan, ReadOnlyMemory<byte> Uploads)> inputs)
    {
        string[] files = [.. inputs.SelectMany((input, number) =>
            new[] { _folder.Write($"plan-{number}", input.Plan.ToArray()), _folder.Write($"uploads-{number}", input.Uploads.ToArray()) })];
        ProgramRun run = await ProgramRun.OfAsync(program, files);
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
