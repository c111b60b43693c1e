using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Locating;

public sealed class ModelLocatorTests : IDisposable
{
    // SHA-256 of "abc", FIPS 180-2 appendix B.1.
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Loads_a_model_that_has_the_hash_of_the_suite()
    {
        _folder.Write("m.tflite", "abc");
        ModelFile model = Locator().Load(new ModelReference("m.tflite", Abc));
        Assert.Equal(_folder["m.tflite"], model.Path);
        Assert.Equal(Abc, model.Sha256);
        Assert.Equal("abc"u8.ToArray(), model.Bytes.ToArray());
    }

    [Fact]
    public void Refuses_a_known_name_with_other_content_and_says_both_hashes()
    {
        _folder.Write("m.tflite", "abd");
        var error = Assert.Throws<HashMismatchException>(() => Locator().Load(new ModelReference("m.tflite", Abc)));
        Assert.Contains(Abc, error.Message, StringComparison.Ordinal);
        Assert.Contains("a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9", error.Message, StringComparison.Ordinal);
        Assert.Contains("m.tflite", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_file_of_another_name_as_it_is()
    {
        string path = _folder.Write("mine.tflite", "abc");
        Assert.Equal(Abc, ModelFile.Read(path, [new ModelReference("m.tflite", new string('0', 64))]).Sha256);
    }

    [Fact]
    public void A_miss_names_the_model_and_every_place()
    {
        var error = Assert.Throws<MissingFileException>(() => Locator().Find("m.tflite"));
        Assert.Equal([_folder["m.tflite"] + " (--models)"], error.LookedAt);
        Assert.Contains("model m.tflite", error.Message, StringComparison.Ordinal);
        Assert.Contains("TINYBENCH_MODELS", error.HowToGet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_without_a_file_is_a_miss() =>
        Assert.Throws<MissingFileException>(() => ModelFile.Read(_folder["none.tflite"], []));

    private ModelLocator Locator() => new(_folder.Path, name => name is "HOME" ? _folder["home"] : null);
}
