using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.OwnTask;

public sealed class OwnPicturesTests : IDisposable
{
    private const int Pixels = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // In uint8-minus-128 a pixel of 255 is the code 127: without the 128 the bright picture would be the darker one.
    [Theory]
    [InlineData("manifest")]
    [InlineData("official list")]
    public async Task Pictures_and_raw_pixels_become_a_task(string form)
    {
        bool isManifest = form == "manifest";
        _folder.Write("data/light/night.ppm", Picture(20));
        _folder.Write("data/light/day.ppm", Picture(250));
        _folder.Write("data/light/noon.bin", Picture(255)[^(Pixels * 3)..]);
        _folder.Write(
            isManifest ? "data/light/pictures.csv" : "data/light/y_labels.csv",
            isManifest ? "label,file\ndark,night.ppm\nbright,day.ppm\nbright,noon.bin\n" : "night.ppm,2,0\nday.ppm,2,1\nnoon.bin,2,1\n");
        byte[] model = TwoClassModel.Bright(Pixels * 3);
        _folder.Write("models/light.tflite", model);

        CommandLine run = await CommandLine.RunAsync(
            "run", "--suite", _folder.Write("suite.json", Suite(model, isManifest).ToJsonString()), "--task", "light",
            "--datasets", _folder["data"], "--models", _folder["models"], "--out", _folder["out"], "--json");

        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        JsonNode result = run.Json["runs"]![0]!;
        Assert.Equal((3, 3), ((int)result["correct"]!, (int)result["samples"]!));
        Assert.False((bool)result["officialList"]!);
    }

    private static byte[] Picture(byte level) => [.. "P6 2 2 255\n"u8, .. Enumerable.Repeat(level, Pixels * 3)];

    private static JsonObject Suite(byte[] model, bool isManifest)
    {
        JsonObject suite = JsonNode.Parse($$"""
            {
              "version": "light-1",
              "performance": { "windows": 5, "minimumWindowSeconds": 10, "quickWindowSeconds": 0.2 },
              "tasks": {
                "light": {
                  "title": "Day or night", "dataset": "light", "input": "uint8-minus-128", "results": "rounded", "metric": "top1", "target": 0.9,
                  "models": [{ "file": "light.tflite", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(model))}}" }],
                  "labels": ["dark", "bright"]
                }
              }
            }
            """)!.AsObject();
        if (isManifest)
            suite["tasks"]!["light"]!["manifest"] = "pictures.csv";
        return suite;
    }
}
