using System.Runtime.Versioning;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

/// <summary>A folder of shell scripts that play programs; skips the test where there is no such shell.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakePrograms : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ToolPath Path => new(_folder.Path);

    public string this[string name] => _folder[name];

    public string Add(string name, string script)
    {
        Skip.If(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        string path = _folder.Write(name, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public string Write(string name, string content) => _folder.Write(name, content);

    public void Dispose() => _folder.Dispose();
}
