using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

public sealed class ScaleGroupsTests
{
    // A pool's output covers less than its input; both have the scale of what either holds. 255 codes over -1 to 254: one each.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Joined_tensors_cover_what_either_holds(int first, int second)
    {
        var groups = new ScaleGroups(2);
        groups.Cover(0, new ActivationRange(-1, 0));
        groups.Cover(1, new ActivationRange(0, 254));
        groups.Join(first, second);

        foreach (int tensor in (int[])[0, 1])
        {
            Quantization joined = groups.Of(tensor, TensorType.Int8);
            Assert.Equal((1f, -127), (joined.Scale, joined.ZeroPoint));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void What_a_kernel_has_fixed_stays_so_for_all_that_join(int first, int second)
    {
        var groups = new ScaleGroups(2);
        groups.Cover(1, new ActivationRange(0, 254));
        groups.Fix(0, new Quantization([1 / 256f], [-128], 0));
        groups.Join(first, second);

        Assert.True(groups.IsFixed(1));
        Assert.Equal((1 / 256f, -128), (groups.Of(1, TensorType.Int8).Scale, groups.Of(1, TensorType.Int8).ZeroPoint));
    }
}
