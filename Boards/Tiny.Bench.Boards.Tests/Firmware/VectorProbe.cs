using Tiny.Bench.Boards.Links;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The shipped vectors that a plan has a form for, as files for <c>run_plan</c>: each runs on its input A, on another, and on A again.</summary>
public sealed class VectorProbe : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Id, string Expected)> _cases = [];
    private readonly List<string> _arguments = [];

    public VectorProbe()
    {
        foreach (VectorCase vectorCase in VectorSuite.Open(ShippedVectors.Folder).Cases)
        {
            if (Plan(vectorCase) is not { } plan)
                continue;
            byte[] upload = plan.Upload.ToArray(), other = Array.ConvertAll(upload, code => (byte)~code);
            _arguments.Add(_folder.Write($"{_cases.Count}.plan", plan.Plan.ToArray()));
            _arguments.Add(_folder.Write($"{_cases.Count}.uploads", [.. upload, .. other, .. upload]));
            _cases.Add((vectorCase.Id, Convert.ToHexStringLower(plan.Expected.Span)));
        }
    }

    /// <summary>How many vectors run.</summary>
    public int Count => _cases.Count;

    public void Dispose() => _folder.Dispose();

    /// <summary>The ids of all vectors that a program gets wrong; a program that dies gets the next one wrong.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(string program)
    {
        ProgramRun run = await ProgramRun.OfAsync(program, [.. _arguments]);
        string[] outputs = [.. run.Output.Split('\n')
            .Where(line => line.StartsWith("output ", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf(' ') + 1)..])];
        return [.. _cases
            .Where((expected, i) => outputs.Length <= (3 * i) + 2 || outputs[3 * i] != expected.Expected || outputs[(3 * i) + 2] != expected.Expected)
            .Select(expected => expected.Id)];
    }

    private static VectorPlan? Plan(VectorCase vectorCase)
    {
        try
        {
            return PlanCompiler.Compile(vectorCase);
        }
        catch (Exception e) when (e is UnsupportedVectorException or PlanFormatException)
        {
            return null;
        }
    }
}
