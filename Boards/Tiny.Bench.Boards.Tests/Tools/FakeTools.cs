using System.Runtime.Versioning;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Tools;

/// <summary>A folder of shell scripts that play programs.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeTools : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ToolPath Path => new(_folder.Path);

    public string this[string name] => _folder[name];

    public string Add(string name, string script)
    {
        string path = _folder.Write(name, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public string Write(string name, string content) => _folder.Write(name, content);

    public void Dispose() => _folder.Dispose();
}
