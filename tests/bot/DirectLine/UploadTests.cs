using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.DirectLine;

public sealed class UploadTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    [Fact]
    public async Task Photographs_with_words_become_one_message_of_the_customer()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var sent = await UploadAsync(host, chat, Form("""{"type":"message","text":"깨졌어요","channelData":{"clientActivityID":"c-9"}}""", ("주전자.png", "image/png", Png)));

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var photos = Assert.IsType<Photos>(host.Turns.Seen.Last().Input);
        Assert.Equal("깨졌어요", photos.Text);
        var echo = (await chat.ReadAsync("1"))["activities"]![0]!;
        Assert.Equal("c-9", echo["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal("주전자.png", echo["attachments"]![0]!["name"]!.GetValue<string>());
        Assert.Contains(Assert.Single(photos.Ids), echo["attachments"]![0]!["contentUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photograph_is_shown_by_its_signed_address_as_what_it_is_and_nothing_else()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        await UploadAsync(host, chat, Form(null, ("a.jpg", "image/jpeg", Png)));

        var answer = await host.GetAsync(await AddressAsync(chat));

        Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_photograph_is_not_shown_to_another_conversation_or_by_another_address()
    {
        await using var host = await EdgeHost.StartAsync();
        var mine = await DirectLineChat.StartAsync(host);
        var theirs = await DirectLineChat.StartAsync(host);
        await UploadAsync(host, mine, Form(null, ("a.png", "image/png", Png)));
        await UploadAsync(host, mine, Form(null, ("b.png", "image/png", Png)));
        var address = await AddressAsync(mine);
        var path = address[..address.IndexOf('?', StringComparison.Ordinal)];
        var other = (await mine.ReadAsync("3"))["activities"]![0]!["attachments"]![0]!["contentUrl"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(path, mine.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(path, theirs.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(path + other[other.IndexOf('?', StringComparison.Ordinal)..])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync(path)).StatusCode);
        host.Clock.Shift = TimeSpan.FromHours(2);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("..%2f..%2fcontext.db")]
    [InlineData("..")]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    public async Task No_path_is_made_from_what_is_asked(string id)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/v3/directline/attachments/" + id, chat.Token)).StatusCode);
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("image/png", "<html><script>alert(1)</script></html>")]
    [InlineData("text/html", "\u0089PNG")]
    [InlineData("application/pdf", "%PDF-1.7")]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string type, string content)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var answer = await UploadAsync(host, chat, Form(null, ("x.png", type, Encoding.UTF8.GetBytes(content))));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("x.png", (await answer.JsonAsync())["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Single(host.Turns.Seen);
    }

    [Fact]
    public async Task An_oversize_upload_is_refused_with_413()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(host, chat, Form(null, ("x.png", "image/png", new byte[5_000_000])))).StatusCode);
    }

    [Fact]
    public async Task A_form_without_a_file_or_no_form_at_all_is_refused_with_400()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(host, chat, Form("""{"type":"message"}"""))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(chat.Path + "/upload", "{}", chat.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(host, chat, Form("{", ("x.png", "image/png", Png)))).StatusCode);
    }

    [Fact]
    public async Task A_photograph_within_a_message_is_kept_as_an_upload_is()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        await host.PostAsync(chat.Path + "/activities",
            $$"""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"data:image/png;base64,{{Convert.ToBase64String(Png)}}"}]}""", chat.Token);

        Assert.Single(Assert.IsType<Photos>(host.Turns.Seen.Last().Input).Ids);
        Assert.Equal(Png, await (await host.GetAsync(await AddressAsync(chat))).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_reference_to_an_upload_cannot_be_made_by_a_client()
    {
        await using var host = await EdgeHost.StartAsync();
        var mine = await DirectLineChat.StartAsync(host);
        await UploadAsync(host, mine, Form(null, ("a.png", "image/png", Png)));
        var id = Assert.Single(Assert.IsType<Photos>(host.Turns.Seen.Last().Input).Ids);
        var theirs = await DirectLineChat.StartAsync(host);

        await host.PostAsync(theirs.Path + "/activities", $$"""{"type":"message","text":"x","attachments":[{"contentType":"image/png","contentUrl":"upload:{{id}}"}]}""", theirs.Token);

        Assert.Empty((await theirs.ReadAsync("1"))["activities"]![0]!["attachments"]!.AsArray());
    }

    [Fact]
    public async Task Names_of_files_are_UTF_8_as_browsers_send_them()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        byte[] form = [.. "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"주전자 \U0001F600.png\"\r\nContent-Type: image/png\r\n\r\n"u8, .. Png, .. "\r\n--b--\r\n"u8];
        var content = new ByteArrayContent(form);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        await host.SendAsync(HttpMethod.Post, chat.Path + "/upload", chat.Token, content);

        Assert.Equal("주전자 \U0001F600.png", (await chat.ReadAsync("1"))["activities"]![0]!["attachments"]![0]!["name"]!.GetValue<string>());
    }

    private static async Task<string> AddressAsync(DirectLineChat chat) => (await chat.ReadAsync("1"))["activities"]![0]!["attachments"]![0]!["contentUrl"]!.GetValue<string>();

    private static Task<HttpResponseMessage> UploadAsync(EdgeHost host, DirectLineChat chat, HttpContent form) =>
        host.SendAsync(HttpMethod.Post, chat.Path + "/upload?userId=dl_u1", chat.Token, form);

    private static MultipartFormDataContent Form(string? activity, params (string Name, string Type, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null) form.Add(new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var (name, type, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(file, "file", name);
        }
        return form;
    }
}
