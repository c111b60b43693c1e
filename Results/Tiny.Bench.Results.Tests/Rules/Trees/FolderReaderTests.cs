using System.Diagnostics;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Rules.Trees;

public sealed class FolderReaderTests
{
    [SkippableFact]
    public async Task A_pipe_is_empty_and_not_waited_for()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["closed/Acme/results"]);
        using (Process make = Process.Start("mkfifo", [folder["closed/Acme/results/log.txt"]]))
            await make.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        TreeEntry pipe = Assert.Single(FolderReader.Read(folder.Path, out _), entry => entry.Name == "log.txt");

        byte[]? bytes = await Task.Run(() => pipe.ReadBytes(out _)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Empty(bytes!);
    }
}
