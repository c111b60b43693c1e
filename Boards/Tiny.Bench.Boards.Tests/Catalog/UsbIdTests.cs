namespace Tiny.Bench.Boards.Catalog;

public class UsbIdTests
{
    [Fact]
    public void Two_hexadecimal_numbers_are_an_id()
    {
        Assert.True(UsbId.TryParse("0483:374B", out UsbId id));
        Assert.Equal(new UsbId(0x0483, 0x374b), id);
        Assert.Equal("0483:374b", id.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0483")]
    [InlineData("483:374b")]
    [InlineData("0483:374g")]
    [InlineData("0483-374b")]
    [InlineData("0x48:0x37")]
    [InlineData("0483:374b ")]
    public void Anything_else_is_none(string text) => Assert.False(UsbId.TryParse(text, out _));
}
