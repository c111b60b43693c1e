using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Locating;

public sealed class DatasetLocatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public DatasetLocatorTests()
    {
        _environment["TINYBENCH_DATASETS"] = _folder["named"];
        _environment["XDG_CACHE_HOME"] = _folder["cache"];
        _environment["HOME"] = _folder["home"];
        Directory.CreateDirectory(_folder["explicit"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_variable_comes_before_the_cache()
    {
        string cached = Has("cache/tinybench/datasets");
        Assert.Equal(cached, Find(null));
        string named = Has("named");
        Assert.Equal(named, Find(null));
    }

    // Figures from another folder than the one asked for would be worse than none.
    [Fact]
    public void The_explicit_folder_is_the_only_place()
    {
        Has("named");
        var error = Assert.Throws<MissingFileException>(() => Find(_folder["explicit"]));
        Assert.Equal([Path.Combine(_folder["explicit"], "kws01", "y_labels.csv") + " (--datasets)"], error.LookedAt);
        Assert.Equal(Has("explicit"), Find(_folder["explicit"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative/cache")]
    public void The_cache_is_under_home_when_XDG_CACHE_HOME_is_no_full_path(string? cacheHome)
    {
        _environment.Remove("XDG_CACHE_HOME");
        if (cacheHome is not null)
            _environment["XDG_CACHE_HOME"] = cacheHome;
        Assert.Equal(Has("home/.cache/tinybench/datasets"), Find(null));
    }

    [Fact]
    public void A_folder_without_a_list_is_passed_over()
    {
        Directory.CreateDirectory(_folder["named/kws01"]);
        Assert.Equal(Has("cache/tinybench/datasets"), Find(null));
    }

    [Fact]
    public void A_miss_names_every_place_in_order_and_the_way_out()
    {
        var error = Assert.Throws<MissingFileException>(() => Find(null));
        Assert.Equal(
            [
                Path.Combine(_folder["named"], "kws01", "y_labels.csv") + " (TINYBENCH_DATASETS)",
                Path.Combine(_folder["cache"], "tinybench", "datasets", "kws01", "y_labels.csv") + " (user cache)",
            ],
            error.LookedAt);
        Assert.Contains("data set kws01", error.Message, StringComparison.Ordinal);
        Assert.Contains("TINYBENCH_DATASETS", error.HowToGet, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explicit_folder_that_does_not_exist_is_an_error_even_when_others_would_do()
    {
        Has("named");
        var error = Assert.Throws<MissingFileException>(() => Find(_folder["mistyped"]));
        Assert.Contains("mistyped", error.Message, StringComparison.Ordinal);
    }

    private string Find(string? explicitRoot) => new DatasetLocator(explicitRoot, name => _environment.GetValueOrDefault(name)).FindFolder("kws01");

    private string Has(string root) => Path.GetDirectoryName(_folder.Write(Path.Combine(root, "kws01", "y_labels.csv"), "a.bin,2,0\n"))!;
}
