using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Lists;

public class ListIdentityTests
{
    private static readonly string Official = new('a', 64);
    private static readonly string Calibration = new('b', 64);
    private static readonly KnownList[] Known =
    [
        new("official-1000", Official, Official: true, 1000),
        new("calibration-500", Calibration, Official: false, 500),
    ];

    [Fact]
    public void A_known_list_has_the_name_and_standing_of_the_suite()
    {
        Assert.Equal(new ListIdentity("official-1000", true, Official), ListIdentity.Of(Official, Known));
        Assert.Equal(new ListIdentity("calibration-500", false, Calibration), ListIdentity.Of(Calibration, Known));
    }

    [Fact]
    public void An_unknown_list_is_named_by_its_hash_and_is_not_official()
    {
        string sha256 = "ab12cd34" + new string('0', 56);
        Assert.Equal(new ListIdentity("unknown list (sha256 ab12cd34...)", false, sha256), ListIdentity.Of(sha256, Known));
    }
}
