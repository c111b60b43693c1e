using System.Security.Cryptography;
using System.Text.Json;
using Tiny.Bench.Cli.Commands.Data;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Data;

/// <summary>A home of its own with a catalogue of one model and one source without a hash.</summary>
internal sealed class DataBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataBench(Uri? url = null)
    {
        url ??= new Uri("https://example.org/m.tflite");
        _folder.Write("catalog/t.json", JsonSerializer.Serialize(new
        {
            title = "Test",
            items = new object[]
            {
                new { id = "m.tflite", kind = "model", tasks = new[] { "t" }, target = "m.tflite", url, bytes = Content.Length, sha256 = Sha256, layout = "l", licence = "ours", source = "s" },
                new { id = "raw", kind = "source", tasks = new[] { "t" }, target = "raw.bin", url, sha256 = (string?)null, layout = "l", licence = "ours", source = "s" },
            },
        }));
    }

    public static byte[] Content { get; } = [.. Enumerable.Range(0, 5000).Select(index => (byte)(index * index >> 3))];

    public static string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public string Catalog => _folder["catalog"];

    public string Home => _folder["cache"];

    public string Model => _folder["cache/tinybench/models/m.tflite"];

    public string Part => _folder["cache/tinybench/fetching/m.tflite.part"];

    /// <summary>A starter pack and its suite, which the commands then find.</summary>
    public TinyPack WritePack()
    {
        TinyPack pack = new TinyPack(_folder).Write();
        pack.WriteSuite();
        return pack;
    }

    public string this[string path] => _folder[path];

    public string Write(string path, byte[] content) => _folder.Write(path, content);

    /// <summary>Runs <c>data</c> with these arguments in the test's process.</summary>
    public (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var environment = new DataEnvironment
        {
            Variables = name => name == "XDG_CACHE_HOME" ? Home : null,
            Pack = new StarterPack(this["pack"]),
            Suite = () => SuiteLoader.Load(File.Exists(this["suite.json"]) ? this["suite.json"] : null),
        };
        return CommandRun.Of(DataCommand.Create(environment), [.. arguments, "--catalog", Catalog]);
    }

    public void Dispose() => _folder.Dispose();
}
