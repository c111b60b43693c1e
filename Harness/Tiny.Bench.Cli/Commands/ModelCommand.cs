using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench model inspect|plan|compile|quantize|compare FILE</c>.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "Look into a .tflite model.") { CreateInspect(), CreatePlan(), ModelCompileCommand.Create(), ModelQuantizeCommand.Create(), ModelCompareCommand.Create() };

    private static Command CreateInspect()
    {
        Argument<string> file = CommonOptions.ModelFile();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("inspect", "Operators, shapes, quantization, multiply-accumulates, weights and arena; of a plan, what it takes.") { file, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            RequireFile(path);
            byte[] content = File.ReadAllBytes(path);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (PlanImage.IsPlan(content))
                Show(output, PlanSummary.Of(PlanImage.Read(content, Path.GetFileName(path)), Path.GetFileName(path)), parsed.GetValue(json), summary => summary.Print(output));
            else
                Show(output, ModelSummary.Of(new Interpreter(TfliteModel.Parse(content, Path.GetFileName(path)))), parsed.GetValue(json), summary => Print(output, summary));
            return ExitCode.Good;
        });
        return command;
    }

    private static Command CreatePlan()
    {
        Argument<string> file = CommonOptions.ModelFile();
        Option<string?> svg = CommonOptions.Path("--svg", "Also draw the plan as an SVG file.", "PATH");
        Option<bool> json = CommonOptions.Json();
        var command = new Command("plan", "Where every tensor lies in the arena, when, and how close that is to the least possible.") { file, svg, json };
        command.SetAction(parsed =>
        {
            var interpreter = new Interpreter(Read(parsed.GetRequiredValue(file)));
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(svg) is { } path)
                File.WriteAllText(path, ArenaPlanSvg.Draw(interpreter.Model.Main, interpreter.Plan));
            if (parsed.GetValue(json))
                JsonOutput.Write(output, new { interpreter.Plan.Size, interpreter.Plan.LowerBound, interpreter.Plan.Buffers });
            else
                Print(output, interpreter.Model.Main, interpreter.Plan);
            return ExitCode.Good;
        });
        return command;
    }

    /// <summary>Reads a model.</summary>
    public static TfliteModel Read(string path)
    {
        RequireFile(path);
        return TfliteModel.Load(path);
    }

    private static void RequireFile(string path)
    {
        if (!File.Exists(path))
            throw new MissingFileException($"model {path}", [Path.GetFullPath(path)], "Give the path of a .tflite file.");
    }

    private static void Show<T>(TextWriter output, T summary, bool json, Action<T> print)
    {
        if (json)
            JsonOutput.Write(output, summary);
        else
            print(summary);
    }

    private static void Print(TextWriter output, ModelSummary summary)
    {
        TextTable.Write(
            output,
            [">#", "operator", "input", "output", "type", ">scale", ">zero point", ">MACs", ">parameters"],
            summary.Operators.Select(row => (IReadOnlyList<string>)[
                $"{row.Index}", row.Name, row.Input, row.Output, row.Type, $"{row.Scale:G9}", $"{row.ZeroPoint}",
                $"{row.MultiplyAccumulates:N0}", $"{row.Parameters:N0}"]));
        output.WriteLine();
        output.WriteLine($"{summary.Source}: {summary.FileBytes:N0} bytes, {summary.Operators.Count} operators");
        output.WriteLine($"multiply-accumulates  {summary.MultiplyAccumulates:N0}");
        output.WriteLine($"weights and biases    {summary.Parameters:N0} ({summary.ParameterBytes:N0} bytes)");
        output.WriteLine($"arena                 {summary.ArenaBytes:N0} bytes (least possible {summary.ArenaLowerBoundBytes:N0})");
    }

    private static void Print(TextWriter output, ModelSubgraph graph, ArenaPlan plan)
    {
        TextTable.Write(
            output,
            [">tensor", "shape", ">offset", ">bytes", ">first", ">last", "name"],
            plan.Buffers.OrderBy(buffer => buffer.FirstOperator).ThenBy(buffer => buffer.Tensor).Select(buffer => (IReadOnlyList<string>)[
                $"{buffer.Tensor}", graph.Tensors[buffer.Tensor].Shape.ToString(), $"{buffer.Offset}", $"{buffer.Length}",
                $"{buffer.FirstOperator}", $"{buffer.LastOperator}", graph.Tensors[buffer.Tensor].Name]));
        output.WriteLine();
        output.WriteLine($"peak {plan.Size:N0} bytes, least possible {plan.LowerBound:N0}");
    }
}
