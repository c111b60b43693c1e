using System.Diagnostics;
using Tiny.Bench.Reference.Faults;

// --table FILE writes the page; --check compares it with what is there instead.
if (args is not (["--table", _] or ["--table", _, "--check"]))
{
    Console.Error.WriteLine("usage: --table FILE [--check]");
    return 2;
}

long start = Stopwatch.GetTimestamp();
var suite = FaultSuite.Open();
IReadOnlyList<KilledFault> faults = suite.Run();
string page = FaultTable.Write(faults, suite.Cases.Count);
string[] survivors = [.. faults.Where(fault => fault.Killers.Count == 0).Select(fault => fault.Fault.Name)];
Console.Error.WriteLine($"{faults.Count - survivors.Length} of {faults.Count} faults found in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
foreach (string name in survivors)
    Console.Error.WriteLine($"survives: {name}");

if (args.Length == 3 && (!File.Exists(args[1]) || File.ReadAllText(args[1]) != page))
{
    Console.Error.WriteLine($"{args[1]} is not what the suite finds; write it anew without --check");
    return 1;
}

if (args.Length == 2)
    File.WriteAllText(args[1], page);
return survivors.Length == 0 ? 0 : 1;
