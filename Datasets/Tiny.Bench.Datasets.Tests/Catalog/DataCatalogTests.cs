using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Catalog;

public class DataCatalogTests
{
    private const string Good = """
        {
          "title": "T",
          "items": [
            { "id": "m.tflite", "kind": "model", "tasks": ["t"], "target": "m.tflite", "url": "https://example.org/m.tflite", "sha256": null,
              "layout": "l", "licence": "none", "source": "s" }
          ]
        }
        """;

    [Fact]
    public void The_shipped_catalogue_serves_every_task()
    {
        DataCatalog catalog = DataCatalog.Load();
        foreach (string task in (string[])["ad01", "ic01", "ic02", "kws01", "sww01", "vww01"])
            Assert.Contains(catalog.NeededBy(task), item => item.Kind == CatalogItemKind.Model);
        Assert.Equal(["kws_ref_model.tflite", "kws01-official-1000"], catalog.NeededBy("kws01").Select(item => item.Id).ToArray());
        Assert.Contains("cifar-10", catalog.NeededBy("ic02").Select(item => item.Id), StringComparer.Ordinal);
        Assert.Empty(catalog.NeededBy("nothing"));
    }

    [SkippableFact]
    public void The_models_have_the_hashes_of_the_official_list()
    {
        string[] lines = File.ReadAllLines(Official.Model("SHA256SUMS"));
        DataCatalog catalog = DataCatalog.Load();
        Assert.All(lines, line => Assert.Equal(line[..64], catalog.Find(line[66..])!.Sha256));
        Assert.All(lines, line => Assert.Equal(new FileInfo(Official.Model(line[66..])).Length, catalog.Find(line[66..])!.Bytes));
    }

    [Fact]
    public void Each_address_of_GitHub_names_a_commit() =>
        Assert.All(
            DataCatalog.Load().Items.Where(item => item.Url?.Host.Contains("github", StringComparison.Ordinal) == true),
            item => Assert.Contains(item.Url!.AbsolutePath.Split('/', '.'), part => part.Length == 40 && part.All(char.IsAsciiHexDigitLower)));

    [Theory]
    [InlineData("\"https://example.org/m.tflite\"", "\"http://example.org/m.tflite\"", "$.items[0].url: is http://example.org/m.tflite; expected an https address")]
    [InlineData("\"https://example.org/m.tflite\"", "null", "$.items[0].url: is null; expected an address, or a list")]
    [InlineData("\"sha256\": null", "\"sha256\": \"AB\"", "$.items[0].sha256: is AB; expected 64 lower-case hexadecimal digits")]
    [InlineData("\"sha256\": null", "\"bytes\": 0", "$.items[0].bytes: is 0; expected 1 to")]
    [InlineData("\"target\": \"m.tflite\"", "\"target\": \"../m.tflite\"", "$.items[0].target: is ../m.tflite; expected a path without")]
    [InlineData("\"id\": \"m.tflite\"", "\"id\": \"../m\"", "$.items[0].id: is ../m; expected letters")]
    [InlineData("[\"t\"]", "[]", "$.items[0].tasks: is ; expected at least one task id")]
    [InlineData("\"sha256\": null", "\"archive\": { \"format\": \"rar\" }", "is not a catalogue file")]
    [InlineData("\"sha256\": null", "\"archive\": { \"format\": \"zip\", \"strip\": 9 }", "$.items[0].archive.strip: is 9; expected 0 to 8")]
    [InlineData("\"sha256\": null", "\"sha\": null", "is not a catalogue file")]
    [InlineData("\"layout\": \"l\", ", "", "is not a catalogue file")]
    [InlineData("\"title\": \"T\",", "", "is not a catalogue file")]
    public void A_fault_is_told_with_its_place(string right, string wrong, string expected)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("t.json", Good.Replace(right, wrong, StringComparison.Ordinal));
        DatasetException problem = Assert.Throws<DatasetException>(() => DataCatalog.Load(folder.Path));
        Assert.Equal(file, problem.Where);
        Assert.Contains(expected, problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_items_of_one_id_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", Good);
        Assert.Equal("m.tflite", DataCatalog.Load(folder.Path).Items.Single().Id);
        folder.Write("b.json", Good.Replace("\"id\": \"m", "\"id\": \"M", StringComparison.Ordinal));
        Assert.Contains("has an item M.tflite", Assert.Throws<DatasetException>(() => DataCatalog.Load(folder.Path)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_file_is_missing()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<MissingFileException>(() => DataCatalog.Load(folder.Path));
    }
}
