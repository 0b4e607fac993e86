using System.Text;
using System.Text.Json;
using Homeward.App.IngestFromQueue;
using Homeward.App.IngestSubmission;
using Homeward.App.Invocations;

namespace Homeward.App.Tests.Invocations;

/// <summary>Payloads as recorded: from the documentation, and as the Functions host really writes texts.</summary>
public sealed class InvocationTests
{
    /// <summary>https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers#request-payload.</summary>
    const string Documented = """
        {
          "Data": {
            "myQueueItem": "{ message: \"Message sent\" }"
          },
          "Metadata": {
            "DequeueCount": 1,
            "ExpirationTime": "2019-10-16T17:58:31+00:00",
            "Id": "800ae4b3-bdd2-4c08-badd-f08e5a34b865",
            "InsertionTime": "2019-10-09T17:58:31+00:00",
            "NextVisibleTime": "2019-10-09T18:08:32+00:00",
            "PopReceipt": "AgAAAAMAAAAAAAAAAgtnj8x+1QE=",
            "sys": {
              "MethodName": "QueueTrigger",
              "UtcNow": "2019-10-09T17:58:32.2205399Z",
              "RandGuid": "24ad4c06-24ad-4e5b-8294-3da9714877e9"
            }
          }
        }
        """;

    /// <summary>A blob event; the metadata's form is that of Azure/azure-functions-host#5815.</summary>
    const string BlobEvent = """
        {
          "Data": {
            "manifest": "\"SpecVersion,OrgIDProvider\\n1.0,RWR\\n\""
          },
          "Metadata": {
            "provider": "\"RWR\"",
            "period": "\"2025-08\"",
            "upload": "\"first\"",
            "Metadata": "{}",
            "Properties": "{\"CacheControl\":null,\"ContentDisposition\":\"\",\"Length\":10,\"ContentMD5\":\"eD5ZX/y+7STktSVesn4zfg==\",\"ETag\":\"\\\"0x8D7CCEC5515D04D\\\"\"}",
            "Uri": "\"https://lake.blob.core.windows.net/landing/RWR/2025-08/first/submission.csv\"",
            "sys": { "MethodName": "IngestSubmission", "UtcNow": "2020-03-20T16:32:51.0Z", "RandGuid": "24ad4c06-24ad-4e5b-8294-3da9714877e9" }
          }
        }
        """;

    [Fact]
    public async Task Read_DocumentedExample_GivesMessageAndMetadata()
    {
        var invocation = await Read(Documented);
        Assert.Equal("{ message: \"Message sent\" }", invocation.Data("myQueueItem"));
        Assert.Equal("1", invocation.Metadata("DequeueCount"));
        Assert.Equal("800ae4b3-bdd2-4c08-badd-f08e5a34b865", invocation.Metadata("Id"));
        Assert.Contains("QueueTrigger", invocation.Metadata("sys"), StringComparison.Ordinal);
        Assert.Null(invocation.Data("other"));
        Assert.Null(invocation.Metadata("other"));
    }

    [Fact]
    public async Task Read_BlobEvent_NamesTheUpload()
    {
        var invocation = await Read(BlobEvent);
        Assert.Equal("SpecVersion,OrgIDProvider\n1.0,RWR\n", invocation.Data("manifest"));
        var identity = IngestSubmissionFunction.Identity(invocation.Metadata("provider"), invocation.Metadata("period"), invocation.Metadata("upload"));
        Assert.Equal("RWR-2025-08-first", identity!.Id);
    }

    [Theory]
    [InlineData("{\"period\":\"2025-08\"}")]
    [InlineData("plain")]
    [InlineData("\"")]
    [InlineData("")]
    public async Task Read_TextWithinText_IsUnwrappedOnce(string message)
    {
        var twice = JsonSerializer.Serialize(new { Data = new { work = JsonSerializer.Serialize(message) } });
        var once = JsonSerializer.Serialize(new { Data = new { work = message } });
        Assert.Equal(message, (await Read(twice)).Data("work"));
        Assert.Equal(message, (await Read(once)).Data("work"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"Data\"")]
    public async Task Read_AnythingElse_SaysWhatWasExpected(string body)
    {
        var e = await Assert.ThrowsAsync<InvalidInvocationException>(() => Read(body));
        Assert.Contains("Functions host", e.Message, StringComparison.Ordinal);
    }

    /// <summary>https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage: the same event in both schemas.</summary>
    [Theory]
    [InlineData("""{"topic":"/subscriptions/x","subject":"/blobServices/default/containers/landing/blobs/RWR/2025-08/first/submission.csv","eventType":"Microsoft.Storage.BlobCreated","id":"831e1650-001e-001b-66ab-eeb76e069631","data":{"api":"PutBlob","url":"https://lake.blob.core.windows.net/landing/RWR/2025-08/first/submission.csv"},"dataVersion":"","metadataVersion":"1","eventTime":"2017-06-26T18:41:00.9584103Z"}""")]
    [InlineData("""{"source":"/subscriptions/x","subject":"/blobServices/default/containers/landing/blobs/RWR/2025-08/first/submission.csv","type":"Microsoft.Storage.BlobCreated","time":"2017-06-26T18:41:00.9584103Z","id":"831e1650-001e-001b-66ab-eeb76e069631","data":{"api":"SftpCommit"},"specversion":"1.0"}""")]
    public void Identity_EventGridMessage_NamesTheUpload(string message) =>
        Assert.Equal("RWR-2025-08-first", IngestFromQueueFunction.Identity(message)!.Id);

    [Theory]
    [InlineData("/blobServices/default/containers/landing/blobs/RWR/2025-08/first/ward_stays.csv")]
    [InlineData("/blobServices/default/containers/curated/blobs/RWR/2025-08/first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/RWR/2025-08/../first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/%2e%2e/2025-08/first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/rwr/2025-08/first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/RW\\u0420/2025-08/first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/RWR/2025-8/first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/RWR/2025-08/..\\\\first/submission.csv")]
    [InlineData("/blobServices/default/containers/landing/blobs/RWR/2025-08/fi\\u0000rst/submission.csv")]
    [InlineData("")]
    public void Identity_EventAboutSomethingElse_IsNone(string subject) =>
        Assert.Null(IngestFromQueueFunction.Identity($$"""{"subject":"{{subject}}"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"subject\":5}")]
    public void Identity_NoEvent_IsNone(string message) => Assert.Null(IngestFromQueueFunction.Identity(message));

    static Task<Invocation> Read(string body) => Invocation.Read(new MemoryStream(Encoding.UTF8.GetBytes(body)), CancellationToken.None);
}
