using System.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary>Lines as boards print them: from spec/mlperf-tiny.md sections 1.3 to 1.9 and from published logs.</summary>
public class MessageTests
{
    [Theory]
    [InlineData("m-name-dut-[STMicroelectronics]", "STMicroelectronics")]
    [InlineData("name%m-name-dut-[unspecified]", "unspecified")]
    [InlineData("\u001b[32mm-name-dut-[a [b]]\u001b[0m]", "a [b]]\u001b[0m")]
    public void Finds_the_vendor_inside_the_line(string line, string vendor)
    {
        Assert.True(NameMessage.TryParse(Bytes(line), out NameMessage name));
        Assert.Equal(vendor, name.Vendor);
    }

    [Theory]
    [InlineData("m-results-[0.023,0.977,]", new[] { 0.023, 0.977 })]
    [InlineData("m-results-[127,-128, 3]", new[] { 127.0, -128, 3 })]
    [InlineData("m-results-[1.5e-3]", new[] { 0.0015 })]
    [InlineData("infer 1 0%m-results-[0.996000 , 0.004000]", new[] { 0.996, 0.004 })]
    public void Reads_result_vectors_however_they_are_printed(string line, double[] values)
    {
        Assert.True(ResultsMessage.TryParse(Bytes(line), out ResultsMessage results));
        Assert.Equal(values, results.Values);
    }

    [Theory]
    [InlineData("m-results-[]")]
    [InlineData("m-results-[0.1,0.2")]
    [InlineData("m-results-[0.1,x]")]
    [InlineData("m-results-[0.1.2]")]
    [InlineData("m-results-[nan]")]
    [InlineData("m-results-[1e999]")]
    [InlineData("m-result-[0.1]")]
    public void Refuses_what_is_no_result_vector(string line) => Assert.False(ResultsMessage.TryParse(Bytes(line), out _));

    [Fact]
    public void Laps_are_subtracted_modulo_two_to_the_32()
    {
        Assert.True(LapMessage.TryParse("m-lap-us-4294967290"u8, out LapMessage start));
        Assert.True(LapMessage.TryParse("m-lap-us-10"u8, out LapMessage end));
        Assert.Equal(TimeSpan.FromMicroseconds(16), end.Since(start));
    }

    [Theory]
    [InlineData("m-lap-us-4294967296")]
    [InlineData("m-lap-us-")]
    [InlineData("m-lap-us--5")]
    public void A_lap_that_32_bits_cannot_hold_is_none(string line) => Assert.False(LapMessage.TryParse(Bytes(line), out _));

    [Theory]
    [InlineData("e-[Unknown command: foo]", "Unknown command: foo")]
    [InlineData("profile%e-[Unknown command: profile]", "Unknown command: profile")]
    [InlineData("m-profile-[Acme] e-[no model]", "no model")]
    [InlineData("Supplied buffer size 9999 exceeds maximum of 490", "Supplied buffer size 9999 exceeds maximum of 490")]
    public void Knows_both_forms_of_a_refusal(string line, string text)
    {
        Assert.True(ErrorMessage.TryParse(Bytes(line), out ErrorMessage error));
        Assert.Equal(text, error.Text);
    }

    [Theory]
    [InlineData("m-profile-[ULPMark for tinyML Firmware V0.0.1]")]
    [InlineData("m-tb-have-[data,27648,4096,00000000]*b6a2c0e0")]
    [InlineData("m-ready")]
    [InlineData("")]
    public void A_word_that_ends_like_a_refusal_is_none(string line) => Assert.False(ErrorMessage.TryParse(Bytes(line), out _));

    [Theory]
    [InlineData("m-buffer-02-55-51-ff", new byte[] { 0x02, 0x55, 0x51, 0xff })]
    [InlineData("m-buffer-00", new byte[] { 0 })]
    [InlineData("\u001b[32mm-buffer-02-55\u001b[0m", new byte[] { 0x02, 0x55 })]
    public void Reads_a_line_of_the_buffer(string line, byte[] bytes)
    {
        Assert.True(BufferMessage.TryParse(Bytes(line), out BufferMessage buffer));
        Assert.Equal(bytes, buffer.Bytes);
    }

    [Theory]
    [InlineData("m-buffer-02-5-51")]
    [InlineData("m-buffer-02-5x")]
    [InlineData("m-buffer-")]
    public void Refuses_a_damaged_line_of_the_buffer(string line) => Assert.False(BufferMessage.TryParse(Bytes(line), out _));

    /// <summary>The CRC was computed with Python's zlib.crc32(b"m-tb-sync-[7]").</summary>
    [Fact]
    public void Reads_a_line_of_the_extension_with_its_CRC()
    {
        Assert.True(ExtensionMessage.TryParse("tb sync 7%m-tb-sync-[7]*284ded8f"u8, out ExtensionMessage message));
        Assert.Equal(new ExtensionMessage("sync", "7"), message);
    }

    [Theory]
    [InlineData("m-tb-sync-[8]*284ded8f")]
    [InlineData("m-tb-sync-[7]*284ded8e")]
    [InlineData("m-tb-sync-[7]*284ded8")]
    [InlineData("m-tb-sync-[7]")]
    [InlineData("m-tb-sync7]*284ded8f")]
    public void A_line_of_the_extension_whose_CRC_does_not_fit_is_lost(string line) => Assert.False(ExtensionMessage.TryParse(Bytes(line), out _));

    [Theory]
    [InlineData("m-infer-start-250", 250)]
    [InlineData("infer 250 1%m-infer-start-250 ", 250)]
    public void Reads_the_number_that_a_line_repeats(string line, long count)
    {
        Assert.True(CountMessage.TryParse(Bytes(line), "m-infer-start-"u8, out CountMessage message));
        Assert.Equal(count, message.Count);
    }

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line);
}
