using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Testing;

/// <summary>A starter pack and its suite, small enough to be worked out by hand. Nothing of it is ever committed as the pack.</summary>
/// <remarks>
/// The model is <see cref="TinyModel"/>: codes x become max(x, 0) + (1, 2, 3, 4), all with scale 0.5. So of kws01 the class is the place of a
/// large code, or 3; of ad01 (0, 0, 0, 0) gives the real values 0.5, 1, 1.5, 2 and the score 1.875, and (-5, -5, -5, -5) the score 39.375.
/// </remarks>
internal sealed class TinyPack
{
    /// <summary>Scores of both ad01 samples lie on their sides of it.</summary>
    public const double Threshold = 10;

    private readonly TemporaryFolder _folder;

    public TinyPack(TemporaryFolder folder)
    {
        _folder = folder;
        Model = new TinyModel().Write();
        KwsList = "a.bin,4,0\nb.bin,4,1\nc.bin,4,2\n";
        AdList = "n.bin,2,0,16,16\nx.bin,2,1,16,16\n";
    }

    /// <summary>The folder of the pack.</summary>
    public string Path => _folder["pack"];

    /// <summary>What the suite names; a test may give the pack another.</summary>
    public byte[] Model { get; }

    /// <summary>The third label is wrong on purpose: the model says 3. So 2 of 3 are right.</summary>
    public string KwsList { get; }

    public string AdList { get; }

    /// <summary>Writes the pack; null stands for what the suite names.</summary>
    public TinyPack Write(byte[]? model = null, string? kwsList = null)
    {
        _folder.Write("pack/kws01/kws01_starter_int8.tflite", model ?? Model);
        _folder.Write("pack/ad01/ad01_starter_int8.tflite", Model);
        _folder.Write("pack/kws01/samples.zip", Zip(
            ("y_labels.csv", Encoding.UTF8.GetBytes(kwsList ?? KwsList)), ("a.bin", [9, 0, 0, 0]), ("b.bin", [0, 9, 0, 0]), ("c.bin", [0, 0, 0, 0])));
        _folder.Write("pack/ad01/samples.zip", Zip(
            ("y_labels.csv", Encoding.UTF8.GetBytes(AdList)), ("n.bin", Floats(0)), ("x.bin", Floats(-5))));
        return this;
    }

    /// <summary>Writes the suite of the pack and gives its path.</summary>
    public string WriteSuite(int kwsCorrect = 2, string? officialModelSha256 = null) => _folder.Write("suite.json", $$"""
        {
          "version": "0",
          "performance": { "windows": 2, "minimumWindowSeconds": 0.002, "quickWindowSeconds": 0.001 },
          "tasks": {
            "kws01": {
              "title": "Keywords", "dataset": "kws01", "input": "int8", "results": "cut", "metric": "top1", "target": 0.9,
              "models": [{ "file": "official.tflite", "sha256": "{{officialModelSha256 ?? new string('a', 64)}}" }],
              "labels": ["a", "b", "c", "d"],
              "lists": [{ "name": "official-9", "sha256": "{{new string('b', 64)}}", "official": true, "samples": 9 }],
              "starter": {
                "model": { "file": "kws01_starter_int8.tflite", "sha256": "{{Hash(Model)}}" },
                "list": { "name": "starter-3", "sha256": "{{Hash(Encoding.UTF8.GetBytes(KwsList))}}", "samples": 3 },
                "correct": {{kwsCorrect}}
              }
            },
            "ad01": {
              "title": "Anomalies", "dataset": "ad01", "input": "float32-windows", "results": "mean-square", "metric": "auc", "target": 0.85,
              "models": [{ "file": "official_ad.tflite", "sha256": "{{new string('c', 64)}}" }],
              "labels": ["normal", "anomaly"],
              "lists": [{ "name": "official-1", "sha256": "{{new string('d', 64)}}", "official": false, "samples": 1 }],
              "starter": {
                "model": { "file": "ad01_starter_int8.tflite", "sha256": "{{Hash(Model)}}" },
                "list": { "name": "starter-2", "sha256": "{{Hash(Encoding.UTF8.GetBytes(AdList))}}", "samples": 2 },
                "threshold": {{Threshold}},
                "correct": 2
              }
            }
          }
        }
        """);

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Floats(float value) => [.. Enumerable.Repeat(BitConverter.GetBytes(value), 4).SelectMany(bytes => bytes)];

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
