using System.Diagnostics;

namespace Tiny.Bench.Results.Records;

/// <summary>A process that writes records, all of one name, and prints the path of each that is finished. Made to be killed.</summary>
internal static class RecordWriter
{
    /// <summary>The program of this assembly: <c>DIR COUNT WINDOWS TARGET</c>.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not [string folder, string count, string windows, string target])
            return 2;
        RunRecord record = RecordOf(int.Parse(windows), target);
        for (int index = 0; index < int.Parse(count); index++)
            Console.Out.WriteLine(RunRecordStore.Write(folder, record));
        return 0;
    }

    /// <summary>A record that says by its length, its first and its last member whether it is whole.</summary>
    public static RunRecord RecordOf(int windows, string target) => SampleRecords.Full with
    {
        Target = target,
        Performance = SampleRecords.Full.Performance! with { Windows = [.. Enumerable.Repeat(SampleRecords.Full.Performance.Windows[0], windows)] },
    };

    /// <summary>Starts the process.</summary>
    public static Process Start(string folder, int count, int windows, string target)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(RecordWriter).Assembly.Location, folder, $"{count}", $"{windows}", target },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
    }
}
