using Tiny.Bench.Reference.Faults.Rewriting;

// rewriting FAULTS SOURCES OUT: every .cs file below SOURCES, with the faults of the folder FAULTS behind switches, goes to OUT.
if (args is not [var faultFolder, var sources, var output])
{
    Console.Error.WriteLine("usage: rewriting FAULTS SOURCES OUT");
    return 2;
}

try
{
    new SourceTree(FaultReader.ReadFolder(faultFolder)).Rewrite(sources, output);
    return 0;
}
catch (FaultFormatException problem)
{
    // The form that MSBuild shows as an error of the build.
    Console.Error.WriteLine($"{faultFolder} : error TBF001: {problem.Message}");
    return 1;
}
